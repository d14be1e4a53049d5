import Findings
import Study

/// What is said round a ``TradeoffFigure``.
struct TradeoffWords {
  let id: String
  let base: CellResult
  let settings: [TradeoffFigure.Setting]
  let limit: Double
  let people: People
  let words: CellWords
  /// Cells of the model that are not shown.
  let left: [CellResult]

  private var rate: String { say("\(Rates.oneIn(limit)) wrongly accused") }

  var caption: Caption {
    Caption(
      id: id, dataset: base.dataset, model: base.model, title: title,
      subtitle: say("Accuracy kept against share of training \(people.plural) found at \(rate) (logarithmic)"),
      source: source, words: description)
  }

  /// The claim: a gain only where the intervals are apart.
  var title: String {
    guard let plain = settings.first(where: { $0.series == nil }) else { return withoutBase }
    let before = Rates.percent(plain.across.value)
    if plain.across.low <= limit {
      return say("Little to defend: without defence \(before) found, where a coin toss finds \(Rates.exact(limit))")
    }
    guard let chosen = settings.first(where: \.isChosen) else {
      return say(
        "No tested defence keeps \(Rates.exact(TradeoffFigure.floor)) of the accuracy; without one \(before) are "
          + "found")
    }
    guard gain != nil else {
      return
        say(
          "No tested defence clearly lowers the \(before) found and keeps \(Rates.exact(TradeoffFigure.floor)) of the "
            + "accuracy")
    }
    let claim = say("cuts what is found from \(before) to \(Rates.percent(chosen.across.value)) and keeps ")
    let kept = say("\(Rates.part(chosen.kept.value))\u{A0}% of the accuracy")
    return Caption.fitting("\(chosen.name) \(claim)\(kept)", say("One defence \(claim)\(kept)"))
  }

  /// The chosen setting, where it clearly lets fewer be found.
  private var gain: TradeoffFigure.Setting? {
    guard let plain = settings.first(where: { $0.series == nil }), plain.across.low > limit,
      let chosen = settings.first(where: \.isChosen), chosen.across.high < plain.across.low
    else { return nil }
    return chosen
  }

  private var withoutBase: String {
    let least = settings.min { $0.across.value < $1.across.value }
    return
      say(
        "Of \(settings.count) settings, the tightest lets \(Rates.percent(least?.across.value ?? 0)) of the training "
          + "\(people.plural) be found")
  }

  private var source: String {
    var sentences = [
      say("\(words.dataset(base.dataset)), \(words.model(base).insideSentence): \(words.targets(base)) a setting."),
      say("Lines through marks: 95\u{A0}% intervals."),
      say("The attack was fixed beforehand."),
    ]
    if gain != nil {
      sentences.append(say("The named setting was picked on these targets, so its figure flatters it a little."))
    }
    if settings.first(where: { $0.series == nil }) == nil {
      sentences.append(say("100\u{A0}% is the most accurate setting: none without defence could be read."))
    }
    if limits > 1 {
      sentences.append(say("Read at \(Rates.oneIn(limit)), the smallest rate that all settings can tell."))
    }
    let names = left.map { "\(words.defence($0).insideSentence) (\(reason($0)))" }
    if !names.isEmpty { sentences.append(say("Not shown: \(names.joined(separator: "; ")).")) }
    return sentences.joined(separator: " ")
  }

  /// How many different smallest rates the cells of the model have.
  private var limits: Int {
    let cells = words.findings.results.cells.filter { $0.dataset == base.dataset && $0.model == base.model }
    return Set(cells.compactMap { $0.headline?.headline?.smallestResolved }).count
  }

  /// What is not shown, and why.
  var missing: [(name: String, reason: String)] { left.map { (words.defence($0), reason($0)) } }

  private func reason(_ cell: CellResult) -> String {
    switch cell.status {
    case .skipped: (cell.reason ?? say("skipped")).tidied(limit: 80)
    case .failed: say("failed")
    case .done: say("too few \(people.plural) to tell")
    }
  }

  private var description: String {
    let parts = settings.map { setting in
      say(
        "\(setting.name): \(Rates.estimate(setting.across.value, setting.across.low, setting.across.high)) found, "
          + "\(Rates.part(setting.kept.value))\u{A0}% (\(Rates.part(setting.kept.low)) to "
          + "\(Rates.part(setting.kept.high))) of the accuracy kept")
        + (setting.isBeaten ? say(", beaten by another setting") : "")
    }
    return say("\(settings.count) settings at \(rate). \(parts.joined(separator: ". ")).")
  }
}
