import Findings

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

  private var rate: String { "\(Rates.oneIn(limit)) wrongly accused" }

  var caption: Caption {
    Caption(
      id: id, dataset: base.dataset, model: base.model, title: title,
      subtitle: "Accuracy kept against share of training \(people.plural) found at \(rate) (logarithmic)",
      source: source, words: description)
  }

  /// The claim: a gain only where the intervals are apart.
  var title: String {
    guard let plain = settings.first(where: { $0.series == nil }) else { return withoutBase }
    let before = Rates.percent(plain.across.value)
    if plain.across.low <= limit {
      return "Little to defend: without defence \(before) found, where a coin toss finds \(Rates.exact(limit))"
    }
    guard let chosen = settings.first(where: \.isChosen) else {
      return "No tested defence keeps \(Rates.exact(TradeoffFigure.floor)) of the accuracy; without one \(before) are "
        + "found"
    }
    guard gain != nil else {
      return
        "No tested defence clearly lowers the \(before) found and keeps \(Rates.exact(TradeoffFigure.floor)) of the "
        + "accuracy"
    }
    let claim = "cuts what is found from \(before) to \(Rates.percent(chosen.across.value)) and keeps "
    let kept = "\(Rates.part(chosen.kept.value))\(Rates.space)% of the accuracy"
    return Caption.fitting("\(chosen.name) \(claim)\(kept)", "One defence \(claim)\(kept)")
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
      "Of \(settings.count) settings, the tightest lets \(Rates.percent(least?.across.value ?? 0)) of the training "
      + "\(people.plural) be found"
  }

  private var source: String {
    var sentences = [
      "\(words.dataset(base.dataset)), \(words.model(base).insideSentence): \(words.targets(base)) a setting.",
      "Lines through marks: 95\(Rates.space)% intervals.",
      "The attack was fixed beforehand.",
    ]
    if gain != nil {
      sentences.append("The named setting was picked on these targets, so its figure flatters it a little.")
    }
    if settings.first(where: { $0.series == nil }) == nil {
      sentences.append("100\(Rates.space)% is the most accurate setting: none without defence could be read.")
    }
    if limits > 1 {
      sentences.append("Read at \(Rates.oneIn(limit)), the smallest rate that all settings can tell.")
    }
    let names = left.map { "\(words.defence($0).insideSentence) (\(reason($0)))" }
    if !names.isEmpty { sentences.append("Not shown: \(names.joined(separator: "; ")).") }
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
    case .skipped: (cell.reason ?? "skipped").tidied(limit: 80)
    case .failed: "failed"
    case .done: "too few \(people.plural) to tell"
    }
  }

  private var description: String {
    let parts = settings.map { setting in
      "\(setting.name): \(Rates.estimate(setting.across.value, setting.across.low, setting.across.high)) found, "
        + "\(Rates.part(setting.kept.value))\(Rates.space)% (\(Rates.part(setting.kept.low)) to "
        + "\(Rates.part(setting.kept.high))) of the accuracy kept"
        + (setting.isBeaten ? ", beaten by another setting" : "")
    }
    return "\(settings.count) settings at \(rate). \(parts.joined(separator: ". "))."
  }
}
