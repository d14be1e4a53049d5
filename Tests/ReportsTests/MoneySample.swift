import Findings
import Foundation
import Reports
import Study

extension Sample {
  /// The facts of this project.
  static func guidance() throws -> Guidance {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Templates/Guidance")
    return try Guidance(
      Facts(
        house: Facts.File.allCases.map { file in
          Facts.Text(
            file: file, path: file.name, bytes: Array(try Data(contentsOf: folder.appending(path: file.name))))
        }))
  }

  /// A client with a turnover in Singapore and one in the European Union, counted in dollars.
  static func engagement() -> Engagement {
    var costs = Engagement.CostInputs(
      currency: "USD", exchangeDate: "2026-11-20", perDollar: ["SGD": 1.3, "EUR": 0.8], region: "SG")
    let given: [(String, Double)] = [
      ("training-budget", 200_000), ("training-compute-cost", 4_000), ("day-rate", 1_000), ("effort-days", 15),
      ("compute-multiplier", 3), ("retrain-runs", 3), ("overhead", 0.4), ("assessment-cost", 10_000),
      ("fixed-response", 250_000), ("cost-per-person", 23), ("p-penalty-given-incident", 0.05),
      ("penalty-fraction-of-ceiling", 0.02), ("discount-rate", 0.08), ("defence-effectiveness", 0.5),
      ("p-forced-fix", 0.2), ("remediation-multiplier", 4), ("p-incident-year", 0.02), ("attack-tpr", 0.05),
      ("operating-fpr", 0.001), ("attacker-prior", 0.1),
    ]
    costs.given = given.map { .init(name: $0.0, value: Spread($0.1)) }
    return Engagement(
      people: 40_000, jurisdictions: [.init(regulation: "sg-pdpa", turnover: 50_000_000)], costs: costs)
  }

  /// What the report says for a client.
  static func moneyText(
    _ engagement: Engagement?, results: Results = results()
  ) throws -> PageText {
    let guidance = try guidance()
    let findings = Findings(
      results: results, curves: Curves(curves: []), names: names,
      assessment: guidance.assessment(of: results, document: .init(), engagement: engagement), guidance: guidance)
    return PageText(
      try Report.html(findings: findings, figures: [], provenance: facts, templates: templates()))
  }

  static func stating(_ name: String, _ value: Double) -> Engagement {
    var engagement = engagement()
    engagement.costs?.given.removeAll { $0.name == name }
    engagement.costs?.given.append(.init(name: name, value: Spread(value)))
    return engagement
  }
}
