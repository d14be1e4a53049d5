import Findings
import Study

/// What is said round an ``ExposureFigure``.
struct ExposureWords {
  let cell: CellResult
  let exposure: Exposure
  let findings: Findings
  let often: ExposureFigure.Tally
  let never: ExposureFigure.Tally
  let attack: String

  private var noun: String { often.noun }
  private var rate: String { say("\(Rates.oneIn(exposure.fprLimit)) wrongly accused") }

  var caption: Caption {
    Caption(
      id: "\(cell.id)-exposure", cell: cell.id, dataset: cell.dataset, model: cell.model, title: title,
      subtitle: say("Each dot is 1 in 100 \(noun), by how often they are found at \(rate) when in the training data"),
      source: source, words: words)
  }

  /// The claim: how many are found more often than not, with the verdict where it is not a leak.
  var title: String {
    let often = "\(often.inHundred) \(noun)"
    switch cell.verdict {
    case .leak:
      if self.often.count == 0 { return say("No one stands out: none of the \(noun) is found more often than not") }
      if 2 * self.often.count >= self.often.all {
        return Caption.fitting(say("Most stand out: \(often) are found more often than not"))
      }
      return 2 * never.count > never.all
        ? say("Most \(noun) are never found; \(self.often.inHundred) are found more often than not")
        : say("\(often.capitalisedFirst) are found more often than not, \(never.inHundred) never")
    case .noLeakShown:
      return say(
        "No leak shown: \(never.inHundred) \(noun) are never found, \(self.often.inHundred) more often than not")
    case .insufficientEvidence, nil:
      return say("No verdict: \(never.inHundred) \(noun) are never found, \(self.often.inHundred) more often than not")
    }
  }

  private var source: String {
    let words = CellWords(findings: findings)
    let models =
      exposure.models == 1
      ? say("1 model") : say("\(decimal(exposure.models, places: 1, trimmed: true)) models on average")
    return say(
      "\(words.dataset(cell.dataset)), \(words.model(cell).insideSentence), "
        + "\(words.defence(cell).insideSentence): \(grouped(exposure.records)) records, each in training for \(models). "
        + "Attack: \(attack), one threshold for all. Counts below \(Suppression.least) are not printed; "
        + "no record is listed.")
  }

  private var words: String {
    var sentences = [
      say("\(never.inHundred.capitalisedFirst) \(noun) are found in none of the models that trained on them.")
    ]
    sentences.append(
      often.count == 0
        ? say("None is found in more than half of them.")
        : say("\(often.inHundred.capitalisedFirst) are found in more than half of them: \(often.ofAll)."))
    if exposure.mean >= 0, exposure.mean <= 1 {
      sentences.append(say("On average a record is found in \(Rates.percent(exposure.mean)) of its models."))
    }
    return sentences.joined(separator: " ")
  }
}

extension String {
  /// `Fewer than ten` of `fewer than ten`.
  var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
