import Findings
import Foundation
import Study
import Testing

@Suite("Ratings of targets")
struct TargetRaterTests {
  private static let house = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Templates/Guidance")

  private func guidance() throws -> Guidance {
    try Guidance(
      Facts(
        house: Facts.File.allCases.compactMap { file in
          let url = Self.house.appendingPathComponent(file.name)
          return (try? Data(contentsOf: url)).map { .init(file: file, path: file.name, bytes: Array($0)) }
        }))
  }

  private func estimate(_ low: Double, _ high: Double) -> Estimate {
    Estimate(value: (low + high) / 2, low: low, high: high, method: .bootstrap)
  }

  private func attack(_ name: String, _ access: Access, auc: ClosedRange<Double>, found: ClosedRange<Double>)
    -> AttackResult
  {
    let point = OperatingPoint(
      fprLimit: 0.01, resolved: true, fpr: 0.01, tp: 5, fp: 1, value: (found.lowerBound + found.upperBound) / 2,
      low: found.lowerBound, high: found.upperBound, method: .bootstrap)
    let headline = Headline(
      auc: estimate(auc.lowerBound, auc.upperBound), tpr: [point], smallestResolved: 0.01, designEffect: 1,
      pairs: 1_000, nonMemberSubjects: 1_000, p: 0.01, verdict: .leak)
    return AttackResult(
      id: name, attack: name, parameters: [:], access: access, status: .done, reason: nil, targets: [],
      headline: headline, subjects: nil, null: nil)
  }

  private func results(_ attacks: [AttackResult], defence: String = "none", failed: [String] = []) -> Results {
    let cell = CellResult(
      id: "c-\(defence)", dataset: "d", model: "m", defence: defence,
      parameters: CellParameters(model: [:], defence: [:]), status: .done, reason: nil, models: 4, records: 100,
      population: 10, utility: nil, attacks: attacks, headlineAttack: attacks.first?.id, verdict: .leak, work: 1,
      failedChecks: failed)
    return Results(
      kind: .run, name: "t", date: "2026-11-25", seed: 1, report: .init(title: nil, client: nil),
      pool: .init(models: 4, independent: 0, replicates: 400), datasets: [], cells: [cell], checks: [])
  }

  private func rating(
    _ attacks: [AttackResult], _ engagement: Engagement, failed: [String] = []
  ) throws -> TargetRating? {
    try guidance().assessment(
      of: results(attacks, failed: failed), document: .init(), engagement: engagement
    ).targets.first
  }

  private static let sensitive = Engagement(sensitivity: [.init(dataset: "d", sensitivity: .s4)], release: .l4)

  @Test("need a stated sensitivity: without one nothing is rated")
  func unstated() throws {
    let attacks = [attack("loss", .probabilities, auc: 0.8...0.9, found: 0.3...0.4)]
    #expect(try rating(attacks, Engagement(release: .l4)) == nil)
    let other = Engagement(sensitivity: [.init(dataset: "else", sensitivity: .s4)])
    #expect(try rating(attacks, other) == nil)
  }

  @Test("count what the level's outsider could run, and no more")
  func levels() throws {
    let attacks = [
      attack("lira-online", .probabilities, auc: 0.86...0.9, found: 0.3...0.4),
      attack("correctness", .labels, auc: 0.49...0.53, found: 0.008...0.013),
    ]
    let rating = try #require(try rating(attacks, Self.sensitive))
    #expect(rating.grade == .g4 && rating.rating == .critical && rating.confidence == .high)
    let byLevel = Dictionary(uniqueKeysWithValues: rating.levels.map { ($0.level, $0) })
    // Labels: nothing found, which S4 makes low; one step stricter than sharing, and two tests are missing.
    #expect(byLevel[.l2]?.grade == .g0 && byLevel[.l2]?.rating == .low && byLevel[.l2]?.decision == .conditions)
    #expect(byLevel[.l2]?.missingTests == ["noise-robustness", "boundary-distance"])
    #expect(byLevel[.l2]?.review == "2027-11-25" && byLevel[.l2]?.isLowerBound == false)
    #expect(byLevel[.l3]?.measured?.attack == "correctness" && byLevel[.l3]?.isLowerBound == true)
    #expect(byLevel[.l4]?.decision == .doNotShare && byLevel[.l4]?.review == nil)
    #expect(byLevel[.l8]?.measured?.attack == "lira-online" && byLevel[.l8]?.isLowerBound == true)
    #expect(byLevel[.l8]?.approvals == [])
  }

  @Test("count walks along the boundary and canaries as the tests that they are")
  func measures() throws {
    var results = results([attack("noise-robustness", .labels, auc: 0.49...0.53, found: 0.008...0.013)])
    func missing(_ level: AccessLevel) throws -> [String] {
      let target = try guidance().assessment(of: results, document: .init(), engagement: Self.sensitive).targets.first
      return try #require(target?.levels.first { $0.level == level }).missingTests
    }
    #expect(try missing(.l2) == ["boundary-distance"] && missing(.l8).contains("canary-audit"))
    let headline = try #require(results.cells[0].attacks[0].headline)
    results.cells[0].boundary = BoundaryResult(
      targets: 2, records: 100, queries: 300, mostQueries: 900, allQueries: 60_000, unreached: 0, headline: headline,
      others: [])
    results.cells[0].audits = [
      CanaryAudit(
        kind: .natural, canaries: 100, guesses: 50, correct: 30, delta: 1e-5, confidence: 0.95, epsilon: 0.2)
    ]
    #expect(try missing(.l2).isEmpty)
    #expect(try missing(.l8) == ["lira-with-losses", "white-box", "independent-re-test"])
  }

  @Test("are inconclusive where a check failed or nothing was measured, whatever the numbers")
  func inconclusive() throws {
    let attacks = [attack("lira-online", .probabilities, auc: 0.86...0.9, found: 0.3...0.4)]
    let failed = try #require(try rating(attacks, Self.sensitive, failed: ["null-run"]))
    #expect(failed.rating == .inconclusive && failed.steps[0].rule == "check-failed")
    #expect(failed.steps[0].names == ["null-run"])
    var labels = Self.sensitive
    labels.release = .l2
    let unmeasured = try #require(try rating(attacks, labels))
    #expect(unmeasured.rating == .inconclusive && unmeasured.steps[0].rule == "not-measured")
  }

  @Test("of a study is the gravest undefended one")
  func overall() throws {
    let attacks = [attack("loss", .probabilities, auc: 0.56...0.6, found: 0.005...0.013)]
    var all = results(attacks)
    all.cells +=
      results(
        [attack("loss", .probabilities, auc: 0.9...0.95, found: 0.5...0.6)], defence: "rounding"
      ).cells
    let assessment = try guidance().assessment(of: all, document: .init(), engagement: Self.sensitive)
    #expect(assessment.targets.map(\.rating) == [.moderate, .critical] && assessment.rating == .moderate)
  }
}
