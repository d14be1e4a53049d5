import Findings
import Figures
import Study

/// What acting now and later cost, with every input and where it comes from.
struct CostsPage: Page {
  struct Line: Page {
    let engineering: Bool
    let fixCompute: Bool
    let assessment: Bool
    let prevention: Bool
    let preventionByClaim: Bool
    let testingByClaim: Bool
    let keepingAYear: Bool
    let laterFix: Bool
    let laterFixByClaim: Bool
    let incident: Bool
    let expectedPenalty: Bool
    let lossAYear: Bool
    let lossAYearWithPlan: Bool
    let lossOverHorizon: Bool
    let lossOverHorizonWithPlan: Bool
    let isClaim: Bool
    let amount: SpreadText

    init(_ line: CostEstimate.Line) {
      let kind = CostEstimate.Line.Kind(rawValue: line.id)
      engineering = kind == .engineering
      fixCompute = kind == .fixCompute
      assessment = kind == .assessment
      prevention = kind == .prevention
      preventionByClaim = kind == .preventionByClaim
      testingByClaim = kind == .testingByClaim
      keepingAYear = kind == .keepingAYear
      laterFix = kind == .laterFix
      laterFixByClaim = kind == .laterFixByClaim
      incident = kind == .incident
      expectedPenalty = kind == .expectedPenalty
      lossAYear = kind == .lossAYear
      lossAYearWithPlan = kind == .lossAYearWithPlan
      lossOverHorizon = kind == .lossOverHorizon
      lossOverHorizonWithPlan = kind == .lossOverHorizonWithPlan
      isClaim = [.preventionByClaim, .testingByClaim, .laterFixByClaim].contains(kind)
      amount = SpreadText(money: line.amount)
    }
  }

  struct Course: Page {
    let isNow: Bool
    let isBottomUp: Bool
    let isByClaim: Bool
    let amount: SpreadText

    init(_ course: CostEstimate.Course) {
      isNow = course.kind == .now
      isBottomUp = course.kind == .laterBottomUp
      isByClaim = course.kind == .laterByClaim
      amount = SpreadText(money: course.total)
    }
  }

  struct Benefit: Page {
    let isByClaim: Bool
    let saves: Bool
    let amount: String
    let amountLow: String
    let amountHigh: String
    let share: String
    let tenth: String
    let half: String
    let ninetieth: String
    /// A yearly probability; null where none makes both courses equal.
    let breakEven: String?
    let isCheaperAnyway: Bool
  }

  struct Input: Page {
    let title: String
    let value: SpreadText
    let unit: String?
    let origin: OriginText
    let isUnsourced: Bool
  }

  struct Ceiling: Page {
    let law: String
    let amount: String
    let converted: String?
  }

  struct Defence: Page {
    let title: String
    let building: SpreadText
    let accuracyLost: String?
    let valueLost: SpreadText?
  }

  let missing: String?
  let hasEstimate: Bool
  let currency: String
  let horizon: String
  let target: CellName?
  let isNowCheaper: Bool
  let disagree: Bool
  let nowTotal: String
  let courses: [Course]
  let benefits: [Benefit]
  let lines: [Line]
  let defences: [Defence]
  let inputs: [Input]
  let ceilings: [Ceiling]
  let draws: String
  let seed: String
  let figures: [FigureBlock]

  init?(_ findings: Findings, labels: Labels, figures: [FigureBlock]) {
    guard findings.assessment.engagement != nil, let guidance = findings.guidance else { return nil }
    let estimate = findings.assessment.costs
    missing = findings.assessment.costsMissing
    hasEstimate = estimate != nil
    currency = estimate?.currency ?? ""
    horizon = String(estimate?.horizon ?? 0)
    target = estimate?.cell.flatMap { id in findings.results.cells.first { $0.id == id } }.map {
      CellName($0, labels: labels)
    }
    courses = (estimate?.courses ?? []).map(Course.init)
    nowTotal = estimate?.course(.now).map { MoneyStyle.amount($0.total.likely, estimate?.currency ?? "") } ?? ""
    benefits = estimate.map(Self.benefits) ?? []
    isNowCheaper = benefits.first { !$0.isByClaim }?.saves ?? false
    disagree = Set(benefits.map(\.saves)).count > 1
    lines = (estimate?.lines ?? []).map(Line.init)
    defences = (estimate?.defences ?? []).map { defence in
      Defence(
        title: guidance.remedies[defence.id]?.name ?? defence.id, building: SpreadText(money: defence.building),
        accuracyLost: defence.accuracyLost.map {
          "\(NumberStyle.fixed($0.likely, decimals: 1)) (\(NumberStyle.fixed($0.low, decimals: 1)) to "
            + "\(NumberStyle.fixed($0.high, decimals: 1)))"
        }, valueLost: defence.valueLost.map { SpreadText(money: $0) })
    }
    inputs = (estimate?.inputs ?? []).map { input in
      Input(
        title: input.title, value: SpreadText(input), unit: input.unit == .money ? estimate?.currency : nil,
        origin: OriginText(input.origin, day: findings.results.date), isUnsourced: input.isUnsourced)
    }
    ceilings = (estimate?.ceilings ?? []).map { ceiling in
      Ceiling(
        law: findings.assessment.regulation.first { $0.regulation == ceiling.regulation }?.name ?? ceiling.regulation,
        amount: MoneyStyle.exact(ceiling.amount, ceiling.currency),
        converted: ceiling.currency == estimate?.currency
          ? nil : ceiling.converted.map { MoneyStyle.exact($0, estimate?.currency ?? "") })
    }
    draws = NumberStyle.count(estimate?.draws.count ?? 0)
    seed = String(estimate?.draws.seed ?? 0)
    self.figures = figures
  }

  private static func benefits(_ estimate: CostEstimate) -> [Benefit] {
    zip(estimate.benefits.indices, estimate.benefits).map { index, benefit in
      let (draws, currency) = (estimate.draws, estimate.currency)
      return Benefit(
        isByClaim: benefit.later == .laterByClaim, saves: benefit.amount.likely > 0,
        amount: MoneyStyle.amount(abs(benefit.amount.likely), currency),
        amountLow: MoneyStyle.rounded(benefit.amount.low), amountHigh: MoneyStyle.rounded(benefit.amount.high),
        share: NumberStyle.percent(draws.shareCheaper[index], decimals: 0),
        tenth: MoneyStyle.rounded(draws.percentiles[index].low),
        half: MoneyStyle.rounded(draws.percentiles[index].likely),
        ninetieth: MoneyStyle.rounded(draws.percentiles[index].high),
        breakEven: benefit.breakEven.flatMap { $0 > 0 ? NumberStyle.percent($0, decimals: 1) : nil },
        isCheaperAnyway: benefit.breakEven.map { $0 <= 0 } ?? false)
    }
  }
}
