import Findings
import Study

extension MadeUp {
  /// A defence that scales what the strong attacks find to about `found` and keeps this accuracy.
  static func defended(
    _ id: String, _ defence: String, _ parameters: Parameters = [:], found: Double, kept: Double,
    resolved: Double? = 0.01
  ) -> (CellResult, [Curve]) {
    // 1 - (1 - x^a)^b with b = 1 finds x^a: at 1 in 100, a = log(found) / log(0.01).
    let a = max(0.02, min(1, logarithm(found) / logarithm(0.01)))
    let shapes = strong.map { Shape(a: max(a, $0.a), b: 1) }.enumerated().map {
      $0.offset == 3 ? Shape(a: a, b: 1) : $0.element
    }
    return cell(
      id, "german_credit", "forest", defence: defence, parameters: parameters, shapes: shapes, resolved: resolved,
      accuracy: 0.752 * kept)
  }

  /// Twelve settings of six defences.
  static let defences: [(CellResult, [Curve])] = [
    cell("german_credit-forest-none", "german_credit", "forest", shapes: strong),
    defended("dp-1", "dp-sgd", ["epsilon": .whole(1)], found: 0.012, kept: 0.885),
    defended("dp-2", "dp-sgd", ["epsilon": .whole(2)], found: 0.018, kept: 0.938),
    defended("dp-4", "dp-sgd", ["epsilon": .whole(4)], found: 0.034, kept: 0.971),
    defended("dp-8", "dp-sgd", ["epsilon": .whole(8)], found: 0.075, kept: 0.983),
    defended("early", "early-stop", found: 0.2, kept: 0.978),
    defended("selena", "selena", found: 0.09, kept: 0.964),
    defended("decay-1", "weight-decay", ["strength": .number(0.001)], found: 0.36, kept: 0.999),
    defended("decay-2", "weight-decay", ["strength": .number(0.003)], found: 0.24, kept: 0.986),
    defended("decay-3", "weight-decay", ["strength": .number(0.01)], found: 0.13, kept: 0.957),
    defended("rounding", "rounding", ["digits": .whole(2)], found: 0.41, kept: 0.998),
    defended("smoothing", "smoothing", found: 0.5, kept: 0.989),
    defended("rounding-2", "rounding", ["digits": .whole(1)], found: 0.5, kept: 0.989, resolved: nil),
  ]

  /// A cell that has not been run.
  static func undone(_ id: String, _ dataset: String, _ model: String, _ status: CellResult.Status, _ reason: String)
    -> (CellResult, [Curve])
  {
    let cell = CellResult(
      id: id, dataset: dataset, model: model, defence: "none", parameters: CellParameters(model: [:], defence: [:]),
      status: status, reason: reason, models: 0, records: 0, population: 0, utility: nil, attacks: [],
      headlineAttack: nil, verdict: nil, work: 0)
    return (cell, [])
  }

  /// Three models on four datasets, with every kind of cell.
  static let grid: Findings = {
    let datasets = [
      german, dataset("diabetes130", "Diabetes, 130 hospitals", "healthcare", "patient", 16_773),
      dataset("heart", "Heart disease (Cleveland)", "healthcare", "patient", 302),
      dataset("letter", "Letter recognition", "", "", 18_668),
    ]
    return findings(
      datasets,
      [
        cell("g-l", "german_credit", "logistic", shapes: null, verdict: .noLeakShown),
        cell("g-f", "german_credit", "forest", shapes: strong),
        cell("g-m", "german_credit", "mlp", shapes: strong.map { Shape(a: $0.a * 1.6, b: $0.b) }),
        cell("d-l", "diabetes130", "logistic", shapes: null, resolved: 0.001, verdict: .noLeakShown),
        cell("d-f", "diabetes130", "forest", shapes: total, resolved: 0.001, spread: 0.02),
        undone("d-m", "diabetes130", "mlp", .failed, "training stopped: the loss is no number in epoch 3"),
        cell("h-l", "heart", "logistic", shapes: null, resolved: nil, verdict: .insufficientEvidence),
        cell("h-f", "heart", "forest", shapes: strong, resolved: 0.1, spread: 0.1),
        cell("l-l", "letter", "logistic", shapes: null, resolved: 0.001, spread: 0.01, verdict: .noLeakShown),
        undone("l-m", "letter", "mlp", .skipped, "more than 20 classes"),
      ])
  }()
}
