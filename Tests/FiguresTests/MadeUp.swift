import Figures
import Findings
import Maths
import Study

/// Results that nobody measured, in the shapes that real ones have.
enum MadeUp {
  static let attacks: [(name: String, title: String, access: Access)] = [
    ("loss", "Loss", .probabilities), ("modified-entropy", "Modified entropy", .probabilities),
    ("attack-r", "Reference share", .probabilities), ("lira-online", "LiRA, online", .probabilities),
    ("rmia", "RMIA", .probabilities), ("correctness", "Correct answers", .labels),
  ]
  static let names = Names(
    models: [("logistic", "Logistic regression"), ("forest", "Random forest"), ("mlp", "Neural network (MLP)")].map(
      entry),
    defences: [
      ("none", "No defence"), ("dp-sgd", "DP-SGD"), ("early-stop", "Early stopping"), ("selena", "SELENA"),
      ("weight-decay", "Weight decay"), ("rounding", "Rounded scores"), ("smoothing", "Label smoothing"),
    ].map(entry),
    attacks: attacks.map { entry(($0.name, $0.title)) })

  private static func entry(_ pair: (String, String)) -> Names.Entry {
    Names.Entry(name: pair.0, title: pair.1, summary: "", source: "")
  }

  static func dataset(_ name: String, _ title: String, _ domain: String, _ subject: String, _ count: Int)
    -> Results.DatasetFacts
  {
    Results.DatasetFacts(
      name: name, title: title, domain: domain, subject: subject, records: count, subjects: count, features: 20,
      classes: 2, duplicatesRemoved: 0, digest: "", licence: "CC BY 4.0", citation: "")
  }

  static func findings(_ datasets: [Results.DatasetFacts], _ cells: [(CellResult, [Curve])]) -> Findings {
    let results = Results(
      kind: .run, name: "made-up", date: nil, seed: 1, report: .init(title: nil, client: nil),
      pool: .init(models: 32, independent: 0, replicates: 400), datasets: datasets, cells: cells.map(\.0), checks: [])
    return Findings(results: results, curves: Curves(curves: cells.flatMap(\.1)), names: names)
  }

  /// The share found at a rate: 1 - (1 - x^a)^b.
  struct Shape {
    let a: Double
    let b: Double
    func callAsFunction(_ rate: Double) -> Double {
      1 - power(1 - power(rate, a), b)
    }
  }

  static func logarithm(_ value: Double) -> Double { Elementary.log(value) }

  static func power(_ base: Double, _ exponent: Double) -> Double {
    base <= 0 ? 0 : Elementary.exp(exponent * Elementary.log(base))
  }

  static func curve(_ cell: String, _ attack: String, _ shape: Shape, from: Double, spread: Double) -> Curve {
    let rates = (0..<200).map { step in power(from, 1 - Double(step) / 199) }
    let found = rates.map(shape.callAsFunction)
    func move(_ share: Double, _ sign: Double) -> Double {
      min(1, max(0, share + sign * spread * (share * (1 - share)).squareRoot()))
    }
    return Curve(
      cell: cell, attack: attack, fpr: rates, tpr: found, low: found.map { move($0, -1) },
      high: found.map { move($0, 1) })
  }

  static func headline(_ shape: Shape, resolved: Double?, spread: Double, verdict: Verdict) -> Headline {
    let points = [0.001, 0.01, 0.1].map { limit in
      let found = shape(limit)
      let half = spread * (found * (1 - found)).squareRoot()
      return OperatingPoint(
        fprLimit: limit, resolved: resolved.map { limit >= $0 } ?? false, fpr: limit, tp: 0, fp: 0, value: found,
        low: max(0, found - half), high: min(1, found + half), method: .bootstrap)
    }
    let area = (0..<1000).reduce(0.0) { $0 + shape((Double($1) + 0.5) / 1000) / 1000 }
    return Headline(
      auc: Estimate(value: area, low: area - 0.01, high: min(1, area + 0.01), method: .bootstrap), tpr: points,
      smallestResolved: resolved, designEffect: 3, pairs: 14_400, nonMemberSubjects: 900, p: 0.001, verdict: verdict)
  }

  static func attack(_ index: Int, _ shape: Shape, resolved: Double?, spread: Double, verdict: Verdict) -> AttackResult
  {
    let (name, _, access) = attacks[index]
    return AttackResult(
      id: name, attack: name, parameters: [:], access: access, status: .done, reason: nil,
      targets: (0..<32).map { target in
        TargetResult(
          target: target, members: 450, nonMembers: 450,
          auc: Estimate(value: 0.5, low: 0.4, high: 0.6, method: .delong), advantageMax: 0, balancedAccuracyMax: 0.5,
          tpr: [])
      },
      headline: headline(shape, resolved: resolved, spread: spread, verdict: verdict), subjects: nil, null: nil)
  }

  /// A done cell whose attacks have these shapes, in the order of ``attacks``; the fourth stands for the cell.
  static func cell(
    _ id: String, _ dataset: String, _ model: String, defence: String = "none", parameters: Parameters = [:],
    shapes: [Shape], resolved: Double? = 0.01, spread: Double = 0.06, verdict: Verdict = .leak, accuracy: Double = 0.752
  ) -> (CellResult, [Curve]) {
    let results = shapes.enumerated().map { index, shape in
      attack(index, shape, resolved: resolved, spread: spread, verdict: verdict)
    }
    let utility = Utility(
      accuracy: Estimate(value: accuracy, low: accuracy - 0.006, high: accuracy + 0.006, method: .bootstrap),
      balancedAccuracy: Estimate(value: accuracy, low: accuracy - 0.01, high: accuracy + 0.01, method: .bootstrap),
      majority: 0.7, trainAccuracy: 1, classes: 2)
    let cell = CellResult(
      id: id, dataset: dataset, model: model, defence: defence,
      parameters: CellParameters(model: [:], defence: parameters), status: .done, reason: nil, models: 32,
      records: 1000, population: 100, utility: utility, attacks: results,
      headlineAttack: shapes.count > 3 ? "lira-online" : "loss", verdict: verdict, work: 1)
    let curves = zip(results, shapes).compactMap { result, shape in
      resolved.map { curve(id, result.id, shape, from: $0, spread: spread) }
    }
    return (cell, curves)
  }

  static func audit(_ epsilon: Double) -> CanaryAudit {
    CanaryAudit(
      kind: .mislabelled, canaries: 200, guesses: 40, correct: 30, delta: 1e-5, confidence: 0.95, epsilon: epsilon)
  }

  /// German credit with forests: six attacks, the strongest finds 44 % at 1 in 100.
  static let strong = [
    Shape(a: 0.62, b: 1.5), Shape(a: 0.66, b: 1.5), Shape(a: 0.5, b: 2.2), Shape(a: 0.25, b: 1.527),
    Shape(a: 0.28, b: 1.45), Shape(a: 0.9, b: 1.25),
  ]
  /// Nothing to find.
  static let null = [
    Shape(a: 1, b: 1.02), Shape(a: 1.02, b: 1), Shape(a: 0.98, b: 1), Shape(a: 0.97, b: 1.01), Shape(a: 1.01, b: 1),
    Shape(a: 1, b: 1),
  ]
  /// All found at once.
  static let total = [
    Shape(a: 0.2, b: 8), Shape(a: 0.2, b: 7), Shape(a: 0.1, b: 9), Shape(a: 0.08, b: 14), Shape(a: 0.08, b: 12),
    Shape(a: 0.4, b: 3),
  ]

  static let german = dataset("german_credit", "German credit", "finance", "client", 1000)
}
