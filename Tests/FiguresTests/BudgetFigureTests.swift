import Figures
import Findings
import Testing

@Suite("The figure of a privacy budget")
struct BudgetFigureTests {
  static func budget(
    _ kind: PrivacyBudget.Kind, _ increments: [Double], cap: Double = 4, perYear: Int = 3
  ) -> PrivacyBudget {
    var total = 0.0
    return PrivacyBudget(
      kind: kind, epsilon: cap, delta: 1e-6, objective: kind == .plan ? .leastNoise : nil,
      entries: increments.enumerated().map { index, increment in
        total += increment
        return PrivacyBudget.Entry(
          period: "year \(index / perYear + 1)", stage: "stage \(index)", mechanism: "gaussian", noise: 2, rate: 0.01,
          steps: 1000, increment: increment, cumulative: total)
      })
  }

  private static func figures(_ budgets: [PrivacyBudget]) -> [BudgetFigure] {
    var findings = MadeUp.findings([MadeUp.german], [])
    var assessment = findings.assessment
    assessment.budgets = budgets
    findings = Findings(results: findings.results, curves: findings.curves, names: MadeUp.names, assessment: assessment)
    return BudgetFigure.all(in: findings)
  }

  @Test("says what a plan spends and where most, and what a ledger leaves")
  func titles() throws {
    let figures = Self.figures([Self.budget(.plan, [2.25, 0.5, 1]), Self.budget(.ledger, [0.25, 2.25])])
    #expect(figures.map(\.caption.id) == ["budget-plan", "budget-ledger"])
    #expect(figures[0].caption.title == "The plan spends ε = 3.75 of 4; stage 0 in year 1 takes most")
    #expect(
      figures[1].caption.title == "63\u{A0}% of the privacy budget is spent; ε of 1.5 is left, and stage 1 took most")
    #expect(figures[0].caption.subtitle.contains("δ = 10⁻⁶") && figures[0].table.rows.count == 3)
    #expect(figures[0].table.rows[1].map(\.text).suffix(2) == ["0.500", "2.750"])
    #expect(Self.figures([Self.budget(.ledger, [])]).isEmpty)
  }

  @Test("joins what would be too many bars, and keeps every entry in its table")
  func many() throws {
    let years = try #require(Self.figures([Self.budget(.plan, [Double](repeating: 0.1, count: 30))]).first)
    #expect(years.table.rows.count == 30)
    let drawn = try years.drawing(.wide, try Renderer().measure)
    #expect(drawn.labels.filter { $0.string == "+0.30" }.count == 10)
    let long = try #require(Self.figures([Self.budget(.plan, [Double](repeating: 0.1, count: 90))]).first)
    #expect(try long.drawing(.wide, try Renderer().measure).labels.contains { $0.string == "all later" })
  }
}
