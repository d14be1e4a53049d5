import Findings
import Study

/// What is said round a ``ROCFigure``.
struct ROCWords {
  let cell: CellResult
  let findings: Findings
  let people: People
  let traces: [ROCFigure.Trace]
  let points: [OperatingPoint]

  var caption: Caption {
    Caption(
      id: "\(cell.id)-roc", cell: cell.id, dataset: cell.dataset, model: cell.model, title: title,
      subtitle:
        say(
          "Share of training \(people.plural) found, by share of other \(people.plural) wrongly accused "
            + "(both scales logarithmic)"),
      source: source, words: words)
  }

  /// The claim, from the verdict and the numbers of the attack that was fixed beforehand.
  var title: String {
    guard let result = cell.headline?.headline else {
      return say("No attack could be fixed beforehand, so no number stands for this model")
    }
    guard cell.failedChecks.isEmpty else {
      return say("A check of the test itself failed here, so these curves give no verdict")
    }
    switch cell.verdict ?? result.verdict {
    case .leak: return leak(result)
    case .noLeakShown: return nothing(result)
    case .insufficientEvidence: return tooFew(result)
    }
  }

  private var printed: OperatingPoint? {
    cell.headline?.headline?.printed.flatMap { $0.isDrawable ? $0 : nil }
  }

  private func leak(_ result: Headline) -> String {
    if let printed, printed.isAboveGuessing {
      let found = Rates.percent(printed.value)
      let rate = Rates.oneIn(printed.fprLimit)
      return Caption.fitting(
        say("An outsider finds \(found) of the training \(people.plural) while wrongly accusing \(rate) others"),
        say("An outsider finds \(found) of the training people while wrongly accusing \(rate) others"))
    }
    if result.auc.low > 0.5, result.auc.value <= 1 {
      return say(
        "Of two \(people.plural), an outsider picks the one in training \(Rates.percent(result.auc.value)) of the "
          + "time, not 50\u{A0}%")
    }
    let leaking = cell.attacks.filter { $0.headline?.verdict == .leak }.count
    return Caption.fitting(
      say(
        "\(leaking) of \(cell.attacks.count) attacks tell training \(people.plural) from others; the chosen one does not"
      ),
      say("\(leaking) of \(cell.attacks.count) attacks show a leak; the one chosen beforehand does not"))
  }

  private func nothing(_ result: Headline) -> String {
    guard let printed else { return tooFew(result) }
    return say(
      "No leak shown: \(Rates.percent(printed.value)) of the training \(people.plural) found, where a coin toss "
        + "finds \(Rates.exact(printed.fprLimit))")
  }

  private func tooFew(_ result: Headline) -> String {
    say(
      "Too little evidence: \(grouped(result.nonMemberSubjects)) \(people.plural) cannot tell whether anyone can be found"
    )
  }

  private var source: String {
    let words = CellWords(findings: findings)
    let chosen = cell.headline.map { findings.names.attack($0.attack).tidied(limit: 40) }
    let defence = words.defence(cell)
    return say(
      "\(words.dataset(cell.dataset)), \(words.model(cell).insideSentence), \(defence.insideSentence): "
        + "\(words.targets(cell)). "
        + "Bands: 95\u{A0}% intervals (bootstrap). Curves start at the smallest rate that so many "
        + "\(people.plural) can tell. ")
      + (access.map { say("All attacks see \($0). ") } ?? "")
      + (chosen.map { say("\($0) was fixed beforehand as the attack that counts.") } ?? "")
  }

  /// What all attackers need, where it is the same for all and so stands beside none.
  private var access: String? {
    let details = Set(traces.map(\.needs))
    return details.count == 1 ? traces.first?.needs : nil
  }

  private var words: String {
    var sentences = [
      say("\(traces.count == 1 ? say("One curve") : say("\(traces.count) curves")) on logarithmic axes.")
    ]
    let headline = traces.first(where: \.isHeadline)
    for point in points {
      guard let headline else { break }
      sentences.append(
        say(
          "At \(Rates.oneIn(point.fprLimit)) wrongly accused, \(headline.title) finds "
            + "\(Rates.estimate(point.value, point.low, point.high)); a coin toss \(Rates.exact(point.fprLimit))."))
    }
    for trace in traces where !trace.isHeadline {
      guard let rate = trace.curve.fpr.first, let found = trace.curve.tpr.first else { continue }
      sentences.append(say("\(trace.title): \(Rates.percent(found)) found at \(Rates.oneIn(rate)) wrongly accused."))
    }
    return sentences.joined(separator: " ")
  }
}
