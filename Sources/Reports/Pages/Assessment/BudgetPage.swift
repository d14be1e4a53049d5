import Findings
import Study

/// How a privacy budget is to be spent and was, and what choosing among private settings costs.
struct BudgetPage: Page {
  struct Budget: Page {
    let isPlan: Bool
    let epsilon: String
    let delta: String
    let used: String
    let remaining: String
    let share: String
    let isEqualNoise: Bool
    let isShares: Bool
    let isEmpty: Bool
  }

  struct Sweep: Page {
    let model: String
    let dataset: String
    let settings: String
    let epsilon: String
    let delta: String
    let largest: String
    let isPerPerson: Bool
    let isPerClient: Bool
  }

  let budgets: [Budget]
  let sweeps: [Sweep]
  let hasSweeps: Bool

  /// Nothing where no budget is stated and nothing was trained privately.
  init?(_ findings: Findings, labels: Labels) {
    let stated = findings.assessment.budgets
    guard !stated.isEmpty || !findings.results.sweeps.isEmpty else { return nil }
    budgets = stated.map { budget in
      Budget(
        isPlan: budget.kind == .plan, epsilon: NumberStyle.epsilon(budget.epsilon),
        delta: NumberStyle.rate(budget.delta),
        used: NumberStyle.epsilon(budget.used), remaining: NumberStyle.epsilon(budget.left),
        share: NumberStyle.percent(budget.epsilon > 0 ? budget.used / budget.epsilon : 0, decimals: 0),
        isEqualNoise: budget.objective == .equalNoise, isShares: budget.objective == .shares,
        isEmpty: budget.entries.isEmpty)
    }
    sweeps = findings.results.sweeps.map { sweep in
      Sweep(
        model: labels.family(sweep.model), dataset: labels.dataset(sweep.dataset),
        settings: NumberStyle.count(sweep.settings), epsilon: NumberStyle.epsilon(sweep.epsilon),
        delta: NumberStyle.rate(sweep.delta), largest: NumberStyle.epsilon(sweep.largest),
        isPerPerson: sweep.unit == .subject, isPerClient: sweep.unit == .client)
    }
    hasSweeps = !sweeps.isEmpty
  }
}
