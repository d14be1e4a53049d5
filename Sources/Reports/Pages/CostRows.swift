import Findings
import Study

/// The lines of the estimate by name; what each is called stands in the template.
struct CostRows: Page {
  let engineering: SpreadText?
  let fixCompute: SpreadText?
  let assessment: SpreadText?
  let prevention: SpreadText?
  let preventionByClaim: SpreadText?
  let testingByClaim: SpreadText?
  let keeping: SpreadText?
  let laterFix: SpreadText?
  let laterFixByClaim: SpreadText?
  let incident: SpreadText?
  let expectedPenalty: SpreadText?
  let loss: SpreadText?
  let lossWithPlan: SpreadText?
  let lossOver: SpreadText?
  let lossOverWithPlan: SpreadText?

  init(_ estimate: CostEstimate) {
    let text = { (kind: CostEstimate.Line.Kind) in estimate.line(kind).map { SpreadText(money: $0) } }
    engineering = text(.engineering)
    fixCompute = text(.fixCompute)
    assessment = text(.assessment)
    prevention = text(.prevention)
    preventionByClaim = text(.preventionByClaim)
    testingByClaim = text(.testingByClaim)
    keeping = text(.keepingAYear)
    laterFix = text(.laterFix)
    laterFixByClaim = text(.laterFixByClaim)
    incident = text(.incident)
    expectedPenalty = text(.expectedPenalty)
    loss = text(.lossAYear)
    lossWithPlan = text(.lossAYearWithPlan)
    lossOver = text(.lossOverHorizon)
    lossOverWithPlan = text(.lossOverHorizonWithPlan)
  }
}

/// One input with its origin.
struct InputRow: Page {
  let inputTitle: String
  let value: SpreadText
  let isUnsourced: Bool
  let inputNote: String?
  let origin: OriginLine

  init(_ input: CostEstimate.Input, currency: String, day: CalendarDate?) {
    inputTitle = PlainText.plain(input.title)
    value = SpreadText(input.value) { number in
      switch input.unit {
      case .money: return Money.number(number)
      case .share: return Self.percent(number)
      case .count, .days, .hours, .factor, .years, .runs: return Self.plain(number)
      }
    }
    isUnsourced = input.isUnsourced
    inputNote = input.note.map(PlainText.plain)
    origin = OriginLine(input.origin, day: day)
  }

  private static func percent(_ share: Double) -> String {
    let points = 100 * share
    for decimals in 0...2 where isWhole(points, decimals) { return NumberStyle.percent(share, decimals: decimals) }
    return NumberStyle.percent(share, decimals: points < 1 ? 3 : 2)
  }

  private static func plain(_ number: Double) -> String {
    for decimals in 0...1 where isWhole(number, decimals) { return NumberStyle.fixed(number, decimals: decimals) }
    return NumberStyle.fixed(number, decimals: 2)
  }

  private static func isWhole(_ number: Double, _ decimals: Int) -> Bool {
    let scaled = number * [1, 10, 100][decimals]
    return abs(scaled - scaled.rounded()) < 1e-9 * max(1, abs(scaled))
  }
}

/// A rule of thumb in circulation, beside what the model says.
struct ClaimRow: Page {
  let claimText: String
  let verdict: String
  let remark: String
  let byClaim: SpreadText?
  let bottomUp: SpreadText?
  let origin: OriginLine

  /// - Parameter parameter: The input that takes its value from the claim.
  init(_ claim: CostBook.Claim, as parameter: CostParameter?, _ estimate: CostEstimate, day: CalendarDate?) {
    claimText = PlainText.plain(claim.text)
    verdict = PlainText.plain(claim.verdict)
    remark = PlainText.plain(claim.note)
    origin = OriginLine(claim.origin, day: day)
    let money = { (kind: CostEstimate.Line.Kind) in
      estimate.line(kind).map { SpreadText($0) { Money.text($0, estimate.currency) } }
    }
    switch parameter {
    case .preventionShare?: (byClaim, bottomUp) = (money(.preventionByClaim), money(.prevention))
    case .remediationMultiplier?: (byClaim, bottomUp) = (money(.laterFixByClaim), money(.laterFix))
    case .testingClaim?: (byClaim, bottomUp) = (money(.testingByClaim), money(.assessment))
    default: (byClaim, bottomUp) = (nil, nil)
    }
  }
}

/// A published figure of what breaches cost.
struct PublishedRow: Page {
  let figure: String
  let unitText: String?
  let caveat: String?
  let rejected: String?
  let origin: OriginLine

  init(_ published: CostBook.Published, day: CalendarDate?) {
    let amount = published.value.map { Money.text($0, published.currency ?? "") }
    figure = PlainText.plain(published.text ?? amount ?? published.id)
    let about = [published.unit, published.period, published.sample].compactMap { $0 }
    unitText = about.isEmpty ? nil : PlainText.plain(about.joined(separator: ", "))
    caveat = published.caveat.map(PlainText.plain)
    rejected = published.rejected.map(PlainText.plain)
    origin = OriginLine(published.origin, day: day)
  }
}
