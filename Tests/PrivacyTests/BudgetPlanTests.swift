import Privacy
import Testing

@Suite("A budget plan")
struct BudgetPlanTests {
  private static func request(
    _ objective: BudgetRequest.Objective, weights: (Double, Double) = (1, 1), noise: Double? = nil
  ) -> BudgetRequest {
    BudgetRequest(
      epsilon: 3, delta: 1e-6, years: 3, objective: objective,
      stages: [
        .init(name: "exploration", kind: .laplace, steps: 10, years: [1], weight: weights.0, noise: noise),
        .init(name: "training", kind: .gaussian(rate: 0.02), steps: 400, years: [1, 2, 3], weight: weights.1),
      ])
  }

  @Test("spends all but never more than the total", arguments: BudgetRequest.Objective.allCases)
  func total(objective: BudgetRequest.Objective) throws {
    let plan = try BudgetPlan(for: Self.request(objective))
    #expect(plan.entries.map(\.year) == [1, 1, 2, 3] && plan.entries.map(\.steps) == [10, 400, 400, 400])
    let last = try #require(plan.entries.last)
    #expect(last.cumulative <= 3 && last.cumulative > 2.99)
    var before = 0.0
    for entry in plan.entries {
      #expect(entry.increment > 0 && abs(before + entry.increment - entry.cumulative) < 1e-12)
      #expect(entry.alone <= entry.cumulative * (1 + 1e-9))
      before = entry.cumulative
    }
    // Composition costs less than adding up.
    #expect(plan.entries.map(\.alone).reduce(0, +) > last.cumulative)
  }

  @Test("gives all stages the same noise where that is asked for")
  func equal() throws {
    let noises = try BudgetPlan(for: Self.request(.equalNoise)).entries.map(\.noise)
    #expect(Set(noises).count == 1)
  }

  @Test("has the least weighted sum of variances: moving noise from one stage to the other raises it")
  func least() throws {
    let plan = try BudgetPlan(for: Self.request(.leastNoise))
    func variances(_ entries: [BudgetPlan.Entry]) -> Double {
      entries[0].noise * entries[0].noise + entries[1].noise * entries[1].noise
    }
    let best = variances(plan.entries)
    // The stated weights are kept in the sum; others in the request move the noise.
    for weights in [(4.0, 1.0), (1.0, 4.0)] {
      let moved = try BudgetPlan(for: Self.request(.leastNoise, weights: weights))
      #expect(variances(moved.entries) > best)
    }
  }

  @Test("a larger share means less noise, and settled noise stays")
  func shares() throws {
    let even = try BudgetPlan(for: Self.request(.shares)).entries
    let uneven = try BudgetPlan(for: Self.request(.shares, weights: (1, 9))).entries
    #expect(uneven[1].noise < even[1].noise && uneven[0].noise > even[0].noise)
    let settled = try BudgetPlan(for: Self.request(.shares, noise: 25)).entries
    #expect(settled[0].noise == 25)
  }

  @Test("refuses a settled noise that costs more than the total, and years that there are not")
  func refused() throws {
    #expect(throws: PrivacyError.self) { try BudgetPlan(for: Self.request(.shares, noise: 0.5)) }
    let request = BudgetRequest(
      epsilon: 1, delta: 1e-6, years: 1, objective: .shares,
      stages: [.init(name: "late", kind: .laplace, steps: 1, years: [2])])
    #expect(throws: PrivacyError.countOutOfRange(name: "a year of late", value: 2, needed: "from 1 to 1")) {
      try BudgetPlan(for: request)
    }
  }
}
