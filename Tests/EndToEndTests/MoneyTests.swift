import Foundation
import Testing

@Suite("rollcall penalty and rollcall cost")
struct MoneyTests {
  private func json(_ text: String) throws -> [String: Any] {
    try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any] ?? [:]
  }

  private func ended(_ arguments: [String]) throws -> Program.End {
    let program = try Program()
    return try program.start(arguments).end()
  }

  static let vectors: [([String], Double)] = [
    (["sg-pdpa-dp-provisions", "--turnover", "50000000"], 5_000_000),
    (["eu-gdpr-83-5", "--turnover", "2000000000"], 80_000_000), (["us-hipaa-t2", "--units", "100"], 2_190_294),
    (["ph-dpa-major", "--turnover", "100000000"], 2_000_000), (["th-pdpa-criminal"], 1_000_000),
    (["sg-pdpa-dp-provisions", "--turnover", "40000000", "--currency", "USD", "--rate", "SGD=1.25"], 5_000_000),
  ]

  @Test("print the ceiling of a rule", arguments: vectors)
  func ceilings(arguments: [String], expected: Double) throws {
    let end = try ended(["penalty", "--rule"] + arguments + ["--json"])
    #expect(end.status == 0 && end.errors.isEmpty, "\(end.errors)")
    #expect(try json(end.output)["ceiling"] as? Double == expected)
  }

  @Test(
    "refuse in one sentence with exit 2",
    arguments: [
      (["--rule", "sg-pdpa-dp-provisions", "--turnover", "-1"], "0 or more"),
      (["--rule", "sg-pdpa-dp", "--turnover", "1"], "did you mean"), (["--law", "sg-pdqa"], "did you mean sg-pdpa"),
      (["--rule", "sg-pdpa-dp-provisions", "--turnover", "1", "--currency", "USD"], "--rate"),
      (["--rule", "id-pdp-admin"], "--turnover"), (["--rule", "us-ccpa-admin"], "--units"),
    ])
  func refused(arguments: [String], says: String) throws {
    let end = try ended(["penalty"] + arguments)
    #expect(end.status == 2 && end.output.isEmpty && end.errors.contains(says), "\(end.errors)")
    #expect(end.errors.split(separator: "\n").count == 1)
  }

  static let worked = """
    engagement:
      people: 40000
      jurisdictions: [{regulation: sg-pdpa, turnover: 50000000}]
      costs: {currency: USD, exchange: {date: 2026-11-24, SGD: 1.3}, training-budget: 200000,
        training-compute-cost: 4000, attack-tpr: 0.05, operating-fpr: 0.001, attacker-prior: 0.1, day-rate: 1000,
        effort-days: 15, compute-multiplier: 3, retrain-runs: 3, overhead: 0.4, assessment-cost: 10000,
        fixed-response: 250000, cost-per-person: 23, p-penalty-given-incident: 0.05,
        penalty-fraction-of-ceiling: 0.02, discount-rate: 0.08, horizon-years: 3, defence-effectiveness: 0.5,
        p-forced-fix: 0.2, remediation-multiplier: 4, p-incident-year: 0.02}
    """

  @Test("answer the worked example through the program")
  func worked() throws {
    let program = try Program()
    let end = try program.run("cost", try program.write(Self.worked, to: "cost.yaml"), "--json")
    #expect(end.status == 0, "\(end.errors)")
    let benefits = try json(end.output)["benefits"] as? [[String: Any]] ?? []
    let amounts = benefits.compactMap { ($0["amount"] as? [String: Double])?["likely"] }
    #expect(amounts.count == 2 && abs(amounts[0] + 35_249.61) < 0.01 && abs(amounts[1] - 65_516.18) < 0.01)
  }

  @Test(
    "refuse inputs that are no inputs, and name what is missing",
    arguments: [
      ("p-forced-fix", "p-forced-fx", "did you mean p-forced-fix"), ("training-budget: 200000,", "", "training-budget"),
      ("SGD: 1.3", "EUR: 1.3", "exchange: SGD"), ("turnover: 50000000", "turnover: -5", "turnover"),
      ("attack-tpr: 0.05", "attack-tpr: 5", "from 0 to 1"),
    ])
  func gaps(was: String, becomes: String, says: String) throws {
    let program = try Program()
    let file = try program.write(Self.worked.replacing(was, with: becomes), to: "cost.yaml")
    let end = try program.run("cost", file)
    #expect(end.status == 2 && end.output.isEmpty && end.errors.contains(says), "\(end.errors)")
    #expect(end.errors.split(separator: "\n").count == 1)
  }
}
