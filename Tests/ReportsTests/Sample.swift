import Figures
import Findings
import Foundation
import Reports
import Study

/// Made-up findings: three datasets, three models, three defences; every number is an invention.
enum Sample {
  static let datasets = [
    ("german_credit", "German credit", "finance", "applicant"), ("diabetes", "Readmission", "healthcare", "patient"),
    ("churn", "Customer churn", "telecommunications", "customer"),
  ]
  static let models = [
    ("random-forest", "Random forest"), ("mlp", "Neural network (MLP)"), ("logistic", "Logistic regression"),
  ]
  static let defences = [
    ("none", "No defence"), ("rounding", "Rounded probabilities"), ("dp-sgd", "Private training (DP-SGD)"),
  ]
  static let attackNames = [
    ("lira-online", "LiRA, online"), ("attack-r", "Reference share"), ("loss", "Loss"),
    ("gradient-norm", "Gradient norm"),
  ]
  static let facts = ReproductionFacts(
    engine: "1.0.0", manifestDigest: String(repeating: "3f9c", count: 16), command: "rollcall run credit.yaml")

  static func findings() -> Findings {
    Findings(results: results(), curves: Curves(curves: []), names: names)
  }

  static let names = Names(
    models: models.map { entry($0, "A model family.") }, defences: defences.map { entry($0, "A way to leak less.") },
    attacks: attackNames.map { entry($0, "Is the target surer than others?") })

  private static func entry(_ name: (String, String), _ summary: String) -> Names.Entry {
    Names.Entry(name: name.0, title: name.1, summary: summary, source: "Author et al. 2022, arXiv:2112.03570")
  }

  static func results() -> Results {
    var cells: [CellResult] = []
    for (d, dataset) in datasets.enumerated() {
      for (m, model) in models.enumerated() {
        for (p, defence) in defences.enumerated() {
          cells.append(cell(dataset.0, model.0, defence.0, strength: strength(d, m, p)))
        }
      }
    }
    cells[2] = skipped(cells[2], reason: "DP-SGD needs gradients and a forest has none")
    cells[17] = insufficient(cells[17])
    return Results(
      kind: .run, name: "credit-study", date: "2026-11-24", seed: 20_261_102,
      report: Results.Heading(title: nil, client: "Meranti Group"),
      pool: Results.PoolFacts(models: 32, independent: 0, replicates: 400), datasets: datasets.map(card),
      cells: cells,
      checks: [
        Results.Check(name: "null-run", verdict: .passed, p: 0.31, lines: 72),
        Results.Check(name: "sign", verdict: .passed, p: .nan, lines: 24),
        Results.Check(name: "shadow-fidelity", verdict: .notChecked, p: .nan, lines: 0),
      ])
  }

  /// How many times guessing the headline attack does.
  private static func strength(_ d: Int, _ m: Int, _ p: Int) -> Double {
    [[44, 7.2, 1.1], [12, 8.8, 1.3], [6.1, 3.4, 0.9]][d][m] * [1, 0.8, 0.1][p]
  }

  private static func cell(_ dataset: String, _ model: String, _ defence: String, strength: Double) -> CellResult {
    let isLeak = strength > 1.5
    let verdict: Verdict = isLeak ? .leak : .noLeakShown
    let attacks = attackNames.enumerated().map { index, name in
      name.0 == "gradient-norm"
        ? unavailable(name.0, reason: "the weights are not at hand")
        : attack(name.0, share: 0.01 * max(strength / Double(index + 1), 0.9), verdict: verdict)
    }
    let parameters = CellParameters(model: [:], defence: defence == "dp-sgd" ? ["epsilon": .whole(4)] : [:])
    return CellResult(
      id: "\(dataset)-\(model)-\(defence)", dataset: dataset, model: model, defence: defence, parameters: parameters,
      status: .done, reason: nil, models: 32, records: 1_000, population: 100,
      utility: utility(isPrivate: defence == "dp-sgd"), attacks: attacks, headlineAttack: "lira-online",
      verdict: verdict, work: 1e9)
  }

  private static func utility(isPrivate: Bool) -> Utility {
    let accuracy = isPrivate ? 0.715 : 0.752
    return Utility(
      accuracy: Estimate(value: accuracy, low: accuracy - 0.012, high: accuracy + 0.012, method: .bootstrap),
      balancedAccuracy: Estimate(value: 0.68, low: 0.66, high: 0.70, method: .bootstrap), majority: 0.7,
      trainAccuracy: 0.981, classes: 2)
  }

  private static func attack(_ name: String, share: Double, verdict: Verdict) -> AttackResult {
    let low = share * 20 / 44
    let high = min(1, share * 60 / 44)
    let auc = 0.5 + share / 1.2
    let point = OperatingPoint(
      fprLimit: 0.01, resolved: true, fpr: 0.0099, tp: 6_300, fp: 141, value: share, low: low, high: high,
      method: .bootstrap)
    let headline = Headline(
      auc: Estimate(value: auc, low: auc - 0.014, high: auc + 0.014, method: .bootstrap), tpr: [point],
      smallestResolved: 0.01, designEffect: 3.1, pairs: 14_400, nonMemberSubjects: 450, p: 0.0004, verdict: verdict)
    return AttackResult(
      id: name, attack: name, parameters: [:], access: .probabilities, status: .done, reason: nil, targets: [],
      headline: headline, subjects: nil,
      null: NullResult(auc: Estimate(value: 0.497, low: 0.48, high: 0.514, method: .bootstrap), p: 0.6))
  }

  private static func unavailable(_ name: String, reason: String) -> AttackResult {
    AttackResult(
      id: name, attack: name, parameters: [:], access: .weights, status: .unavailable, reason: reason, targets: [],
      headline: nil, subjects: nil, null: nil)
  }

  private static func skipped(_ cell: CellResult, reason: String) -> CellResult {
    var cell = cell
    cell.status = .skipped
    cell.reason = reason
    cell.utility = nil
    cell.attacks = []
    cell.headlineAttack = nil
    cell.verdict = nil
    return cell
  }

  static func insufficient(_ cell: CellResult, people: Int = 7) -> CellResult {
    var cell = cell
    cell.verdict = .insufficientEvidence
    for index in cell.attacks.indices {
      cell.attacks[index].headline?.smallestResolved = nil
      cell.attacks[index].headline?.nonMemberSubjects = people
      cell.attacks[index].headline?.pairs = 124
      cell.attacks[index].headline?.designEffect = 2
      cell.attacks[index].headline?.verdict = .insufficientEvidence
    }
    return cell
  }

  private static func card(_ dataset: (String, String, String, String)) -> Results.DatasetFacts {
    Results.DatasetFacts(
      name: dataset.0, title: dataset.1, domain: dataset.2, subject: dataset.3, records: 1_000, subjects: 1_000,
      features: 20, classes: 2, duplicatesRemoved: 3, digest: String(repeating: "a1b2", count: 16),
      licence: "CC BY 4.0", citation: "Hofmann, H. (1994). Statlog. https://doi.org/10.24432/C5NC77")
  }
}

extension Sample {
  static func figures(_ results: Results) -> [DrawnFigure] {
    var figures = [figure("matrix", kind: "matrix", cell: nil, dataset: nil, model: nil)]
    for cell in results.cells where cell.status == .done {
      figures.append(figure(cell.id + "-roc", kind: "roc", cell: cell.id, dataset: cell.dataset, model: cell.model))
    }
    for dataset in datasets {
      for model in models {
        let id = "\(dataset.0)-\(model.0)-tradeoff"
        figures.append(figure(id, kind: "tradeoff", cell: nil, dataset: dataset.0, model: model.0))
      }
    }
    return figures
  }

  static func figure(_ id: String, kind: String, cell: String?, dataset: String?, model: String?) -> DrawnFigure {
    DrawnFigure(
      id: id, kind: kind, cell: cell, dataset: dataset, model: model, title: "Drawing \(id)",
      subtitle: "What it measures",
      source: "Made-up numbers.", words: "A line from left to right.", svg: drawing(id, width: 720),
      narrowSVG: kind == "matrix" ? drawing(id + "-narrow", width: 350) : nil)
  }

  static func drawing(_ id: String, width: Int) -> String {
    "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"fig\" role=\"img\" aria-labelledby=\"\(id)-t\" "
      + "viewBox=\"0 0 \(width) 40\"><title id=\"\(id)-t\">Drawing</title>"
      + "<path d=\"M0 20L\(width) 20\" stroke=\"var(--c1)\"/></svg>"
  }

  /// The templates of this package.
  static func templates() throws -> TemplateFolder {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return try TemplateFolder([root.appending(path: "Templates")])
  }

  /// The page of the unchanged sample with its figures.
  static let page = Result { try html() }

  static func html(
    _ results: Results = results(), names: Names = names, figures: [DrawnFigure]? = nil,
    facts: ReproductionFacts = facts
  ) throws -> String {
    try Report.html(
      findings: Findings(results: results, curves: Curves(curves: []), names: names),
      figures: figures ?? Sample.figures(results), provenance: facts, templates: templates())
  }
}

extension Sample {
  static func printPage(
    _ results: Results = results(), figures: [DrawnFigure]? = nil, templates: TemplateFolder? = nil
  ) throws -> String {
    try Report.printPage(
      findings: Findings(results: results, curves: Curves(curves: []), names: names),
      figures: figures ?? Sample.figures(results), provenance: facts, templates: templates ?? Sample.templates())
  }
}

extension DrawnFigure {
  func with(svg: String) -> DrawnFigure {
    DrawnFigure(
      id: id, kind: kind, cell: cell, dataset: dataset, model: model, title: title, subtitle: subtitle, source: source,
      words: words, svg: svg, narrowSVG: narrowSVG)
  }
}
