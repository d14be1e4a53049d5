import Findings
import Reports
import Study
import Testing

@Suite("The section on a privacy budget")
struct BudgetPageTests {
  private static func page(_ budgets: [PrivacyBudget], sweeps: [SweepCost] = []) throws -> String {
    var results = Sample.results()
    results.sweeps = sweeps
    let made = try Sample.assessed(results)
    var assessment = made.assessment
    assessment.budgets = budgets
    return try Sample.page(
      Findings(
        results: results, curves: made.curves, names: made.names, assessment: assessment, guidance: made.guidance))
  }

  private static func budget(_ kind: PrivacyBudget.Kind, _ used: Double?) -> PrivacyBudget {
    PrivacyBudget(
      kind: kind, epsilon: 8, delta: 1e-6, objective: kind == .plan ? .shares : nil,
      entries: used.map {
        [
          .init(
            period: "year 1", stage: "training", mechanism: "gaussian", noise: 1.2, rate: 0.01, steps: 2000,
            increment: $0, cumulative: $0)
        ]
      } ?? [])
  }

  @Test("tells what a plan spends and a ledger holds")
  func stated() throws {
    let page = try Self.page([Self.budget(.plan, 6), Self.budget(.ledger, 2)])
    #expect(page.contains("The plan gives epsilon 8.00 at delta 1 in 1,000,000 and spends 6.00 of it (75\u{A0}%)."))
    #expect(page.contains("Each stage weighs on epsilon as its weight says."))
    #expect(page.contains("The ledger holds epsilon 2.00 of 8.00 at delta 1 in 1,000,000 (25\u{A0}%); 6.00 is left."))
    #expect(page.contains("href=\"#budget\"") && !page.contains("What choosing among private settings costs"))
    #expect(try Self.page([Self.budget(.ledger, nil)]).contains("The ledger is empty: all of epsilon 8.00"))
  }

  @Test("tells what trying all private settings would spend")
  func sweep() throws {
    let sweep = SweepCost(
      dataset: "german_credit", model: "random-forest", unit: .record, settings: 9, epsilon: 14.25, delta: 1e-5,
      largest: 8)
    let page = try Self.page([], sweeps: [sweep])
    #expect(page.contains("What choosing among private settings costs"))
    #expect(page.contains("<td class=\"n\">9</td><td>a record</td><td class=\"n\">8.00</td><td class=\"n\">14.3</td>"))
  }

  @Test("is not there where nothing is stated and nothing private was trained")
  func absent() throws { #expect(try !Self.page([]).contains("Privacy budget allocation")) }
}
