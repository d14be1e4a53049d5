import Findings
import Study

/// What is said round the twin of a trade-off: accuracy kept against the epsilon that audits show.
struct EpsilonWords {
  let id: String
  let base: CellResult
  /// As many as settings, in their order.
  let cells: [CellResult]
  let settings: [TradeoffFigure.Setting]
  let words: CellWords

  var caption: Caption {
    Caption(
      id: id, dataset: base.dataset, model: base.model, title: title,
      subtitle: say("Accuracy kept against the epsilon that canaries show to be the least possible"), source: source,
      words: description)
  }

  /// A broken promise before all; then what is shown, or that nothing is.
  private var title: String {
    if let broken = zip(cells, settings).first(where: { $1.isChosen }), let promise = broken.0.privacy {
      let claim = say("an audit shows ε of at least \(hundredths(broken.1.across.value))")
      return Caption.fitting(
        say("\(broken.1.name) promises ε = \(hundredths(promise.epsilon)), but \(claim)"),
        say("A promise is broken: \(claim)"))
    }
    let shown = zip(cells, settings).map { (cell: $0, setting: $1, epsilon: $1.across.value) }
    guard let most = shown.max(by: { $0.epsilon < $1.epsilon }), most.epsilon > 0 else {
      return say("No audit shows that records leak: canaries were not clearly guessed better than by coins")
    }
    let amount = say("an audit shows ε of at least \(hundredths(most.epsilon))")
    let which = most.cell.isUndefended ? say("Without defence") : say("With \(most.setting.name.insideSentence)")
    let promised = shown.filter { $0.cell.privacy != nil }
    guard !promised.isEmpty else { return Caption.fitting("\(which) \(amount)", say("At worst \(amount)")) }
    return Caption.fitting(
      say("\(which) \(amount); no promise of privacy is seen broken"),
      say("At worst \(amount); no promise of privacy is seen broken"))
  }

  private var source: String {
    let audits = cells.flatMap(\.audits)
    let planted = audits.filter { $0.kind != .repeated }
    let counts = Set(planted.map(\.canaries)).sorted().map(grouped).joined(separator: say(" or "))
    let confidence = Rates.exact(audits.first?.confidence ?? CanaryAudit.standardConfidence)
    let promised = cells.contains { $0.privacy != nil }
    return [
      "\(words.dataset(base.dataset)), \(words.model(base).insideSentence): "
        + (planted.isEmpty
          ? say("one record, chosen on other models, that half of the pool trained on.")
          : say("\(counts) canaries in one more training each, put in by recorded coins.")),
      say("Marks: epsilon is at least so much, at \(confidence) confidence; the largest of several audits."),
      promised
        ? say("Lines across: from there to what is promised.") : say("Nothing is promised by any of these settings."),
      say("Lines up: 95\u{A0}% intervals of accuracy. A bound near zero may also mean a weak audit."),
    ].joined(separator: " ")
  }

  private var description: String {
    let parts = zip(cells, settings).map { cell, setting in
      say("\(setting.name): epsilon at least \(hundredths(setting.across.value)), ")
        + (cell.privacy.map { say("\(hundredths($0.epsilon)) promised") } ?? say("nothing promised"))
        + say(", \(Rates.part(setting.kept.value))\u{A0}% of the accuracy kept")
    }
    return say("\(settings.count) settings. \(parts.joined(separator: ". ")).")
  }

  var table: DataTable {
    let kept = RateColumn(widths: settings.map { $0.kept.high - $0.kept.low })
    return DataTable(
      title: say("What audits show of each setting, and what it keeps"),
      columns: [
        .init(say("Setting")), .init(say("Epsilon at least"), isNumber: true), .init(say("Promised"), isNumber: true),
        .init(say("Accuracy kept"), unit: RateColumn.unit, isNumber: true),
      ],
      rows: zip(cells, settings).map { cell, setting in
        [
          .init(setting.name), .init(decimal(setting.across.value, places: 2)),
          .init(cell.privacy.map { decimal($0.epsilon, places: 2) } ?? say("nothing")), kept.cell(setting.kept),
        ]
      })
  }
}
