public import Findings
import Study

/// How epsilon adds up, use by use, under its cap: of a plan, and of a ledger.
public struct BudgetFigure: Figure {
  public static let kind = "budget"
  public let caption: Caption
  public let table: DataTable
  let budget: PrivacyBudget
  let steps: [Step]

  /// A bar: one use, or all of a period where there are many.
  struct Step: Equatable, Sendable {
    let name: String
    let period: String
    let increment: Double
    /// Epsilon after it.
    let cumulative: Double
  }

  /// More bars are not told apart.
  private static let most = 12

  public static func all(in findings: Findings) -> [BudgetFigure] {
    findings.assessment.budgets.filter { !$0.entries.isEmpty }.map { BudgetFigure($0) }
  }

  private init(_ budget: PrivacyBudget) {
    self.budget = budget
    steps = Self.steps(of: budget)
    let isPlan = budget.kind == .plan
    caption = Caption(
      id: isPlan ? "budget-plan" : "budget-ledger", title: Self.title(budget),
      subtitle:
        say(
          "Privacy budget ε by \(isPlan ? say("stage and year") : say("entry")), at δ = \(Self.delta(budget.delta)); the cap is "
            + "ε = \(Self.epsilon(budget.epsilon))"),
      source:
        say(
          "Composed by a privacy-loss accountant, so parts do not add up by themselves: a bar is what the total grows by. "
        )
        + (isPlan
          ? say("Planned, nothing of it is spent by this study.")
          : say("As entered in the ledger, the first entry first.")),
      words: Self.words(budget, steps))
    table = DataTable(
      title: isPlan ? say("What each stage is planned to spend") : say("What was spent"),
      columns: [
        .init(say("Stage")), .init(isPlan ? say("Year") : say("Entered")), .init(say("Mechanism")),
        .init(say("Noise"), unit: say("of what a record moves"), isNumber: true),
        .init(say("Share of records"), isNumber: true),
        .init(say("Uses"), isNumber: true), .init(say("Epsilon grows by"), isNumber: true),
        .init(say("To"), isNumber: true),
      ],
      rows: budget.entries.map { entry in
        [
          .init(entry.stage.tidied(limit: 60)), .init(entry.period), .init(entry.mechanism),
          .init(decimal(entry.noise, places: 2)), .init(Rates.exact(entry.rate)), .init(grouped(entry.steps)),
          .init(decimal(entry.increment, places: 3)), .init(decimal(entry.cumulative, places: 3)),
        ]
      })
  }

  private static func steps(of budget: PrivacyBudget) -> [Step] {
    let all = budget.entries.map {
      Step(
        name: $0.stage.tidied(limit: 40), period: $0.period, increment: $0.increment, cumulative: $0.cumulative)
    }
    guard all.count > most else { return all }
    var periods: [Step] = []
    for step in all {
      if let last = periods.last, last.period == step.period {
        periods[periods.count - 1] = Step(
          name: say("all"), period: last.period, increment: last.increment + step.increment, cumulative: step.cumulative
        )
      } else {
        periods.append(
          Step(name: step.name, period: step.period, increment: step.increment, cumulative: step.cumulative))
      }
    }
    guard periods.count > most else { return periods }
    let rest = periods[(most - 1)...]
    return periods.prefix(most - 1)
      + [
        Step(
          name: say("all later"), period: rest.last?.period ?? "", increment: rest.reduce(0) { $0 + $1.increment },
          cumulative: rest.last?.cumulative ?? 0)
      ]
  }

  /// `4`, `0.25`, `2.9`.
  static func epsilon(_ value: Double) -> String {
    value >= 10 ? tenths(value) : hundredths(value)
  }

  /// What a bar adds: `2.24`, `0.40`.
  static func amount(_ value: Double) -> String { decimal(value, places: value >= 10 ? 1 : 2) }

  /// `10⁻⁶`, or the number.
  static func delta(_ value: Double) -> String {
    for power in 1...12 {
      let decade = decades[power - 1]
      if abs(value / decade - 1) < 1e-9 {
        return "10⁻" + String(power).map { String(superscripts[$0.wholeNumberValue ?? 0]) }.joined()
      }
    }
    return "\(value)"
  }

  private static let superscripts: [Character] = Array("⁰¹²³⁴⁵⁶⁷⁸⁹")
  private static let decades = [1e-1, 1e-2, 1e-3, 1e-4, 1e-5, 1e-6, 1e-7, 1e-8, 1e-9, 1e-10, 1e-11, 1e-12]

  private static func title(_ budget: PrivacyBudget) -> String {
    let largest = budget.entries.max { $0.increment < $1.increment }
    let name = largest?.stage.tidied(limit: 40).insideSentence ?? ""
    switch budget.kind {
    case .plan:
      let total = say("The plan spends ε = \(epsilon(budget.used)) of \(epsilon(budget.epsilon))")
      return Caption.fitting(say("\(total); \(name) in \(largest?.period ?? "") takes most"), total)
    case .ledger:
      let share = budget.epsilon > 0 ? budget.used / budget.epsilon : 0
      let spent = say("\(Rates.percent(share)) of the privacy budget is spent")
      return Caption.fitting(say("\(spent); ε of \(epsilon(budget.left)) is left, and \(name) took most"), spent)
    }
  }

  private static func words(_ budget: PrivacyBudget, _ steps: [Step]) -> String {
    let parts = steps.map {
      say("\($0.name), \($0.period): epsilon grows by \(epsilon($0.increment)) to \(epsilon($0.cumulative))")
    }
    return parts.joined(separator: ". ")
      + say(
        ". The cap is \(epsilon(budget.epsilon)); \(epsilon(budget.left)) of it is \(budget.kind == .plan ? say("not planned for") : say("left"))."
      )
  }
}
