import Attacks
import Figures
import Findings
import Study

/// The ROC figure of a cell with four attacks, in three formats; measured before, drawn and encoded on the clock.
enum FigureRow: Row {
  static let name = "figure"

  static func timings() throws -> [Timing] {
    let findings = try made()
    guard let figure = ROCFigure.all(in: findings).first else { return [] }
    let renderer = try Renderer()
    var timings = [
      try Stopwatch.time("ROC figure, PNG, PDF and SVG", runs: 15) { _ = try renderer.files(of: figure) }
    ]
    for format in Format.allCases {
      timings.append(
        try Stopwatch.time("ROC figure, \(format.rawValue)", runs: 15) { _ = try renderer.render(figure, as: format) })
    }
    return timings
  }

  /// One cell, attacked from the made-up pool; the replicates are few, since only the curves are wanted.
  private static func made() throws -> Findings {
    let signals = MadePool().signals
    let draws = BootstrapDraws(models: MadePool.models, subjects: MadePool.records, replicates: 20, seed: 1)
    var results: [AttackResult] = []
    var curves: [Curve] = []
    let chosen: [any Attack] = [LiRAOnline.standard, RMIAOnline.standard, CalibratedLoss.standard, Loss.standard]
    for attack in chosen {
      let type = type(of: attack)
      var scores: [[Double]] = []
      for target in signals.models.indices {
        scores.append(try attack.checkedScores(signals.evidence(target: target, seed: 0)))
      }
      let measured = AttackMeasurement(
        scores: scores, membership: signals.membership, subjects: signals.subjects, aggregation: type.aggregation,
        draws: draws)
      results.append(
        AttackResult(
          id: type.name, attack: type.name, parameters: attack.values, access: type.needs.access, status: .done,
          reason: nil, targets: measured.targets, headline: measured.headline, subjects: nil, null: nil))
      curves.append(measured.curve(cell: "made/mlp/none", attack: type.name))
    }
    return findings(results, curves, draws: draws.replicates)
  }

  private static func findings(_ attacks: [AttackResult], _ curves: [Curve], draws replicates: Int) -> Findings {
    let cell = CellResult(
      id: "made/mlp/none", dataset: "made", model: "mlp", defence: "none",
      parameters: CellParameters(model: [:], defence: [:]), status: .done, reason: nil, models: MadePool.models,
      records: MadePool.records, population: MadePool.population, utility: nil, attacks: attacks,
      headlineAttack: LiRAOnline.name, verdict: .leak, work: 1)
    let dataset = Results.DatasetFacts(
      name: "made", title: "Made-up records", domain: "none", subject: "record", records: MadePool.records,
      subjects: MadePool.records, features: 1, classes: 2, duplicatesRemoved: 0, digest: "", licence: "",
      citation: "")
    let results = Results(
      kind: .run, name: "made", date: nil, seed: 1, report: .init(title: nil, client: nil),
      pool: .init(models: MadePool.models, independent: 0, replicates: replicates), datasets: [dataset],
      cells: [cell], checks: [])
    let entry = Names.Entry(name: "mlp", title: "Neural network (MLP)", summary: "", source: "")
    let names = Names(
      models: [entry], defences: [Names.Entry(name: "none", title: "No defence", summary: "", source: "")],
      attacks: Attacks.attacks.map {
        Names.Entry(name: $0.name, title: $0.card.title, summary: $0.card.summary, source: $0.card.source)
      })
    return Findings(results: results, curves: Curves(curves: curves), names: names)
  }
}
