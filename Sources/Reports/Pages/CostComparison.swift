import Findings
import Study

/// Whether acting now pays, by each way of pricing the later fix.
struct CostComparison: Page {
  let below: BenefitLine?
  let claim: BenefitLine?
  /// Whether the two ways differ on whether acting now pays.
  let disagree: Bool
  let bothNow: Bool
  let bothLater: Bool
  /// How often the rule of thumb for prevention is missed, where by more than twice.
  let gap: GapLine?

  struct BenefitLine: Page {
    let saves: Bool
    /// Without its sign.
    let difference: String
    /// The yearly probability of an incident from which acting now pays.
    let breakEven: String?
    /// Acting now is cheaper without any incident.
    let always: Bool
    /// No probability makes acting now cheaper.
    let never: Bool
    let multiplier: String?
    let forced: String?
  }

  /// The price of prevention from below against that by the rule of thumb.
  struct GapLine: Page {
    let bottomUp: String
    let byClaim: String
    let times: String
    let isMore: Bool
    let largest: Largest
    let largestShare: String

    /// Which part of prevention costs most.
    struct Largest: Page {
      let engineering: Bool
      let compute: Bool
      let assessment: Bool
    }
  }

  init(_ estimate: CostEstimate) {
    let line = { (kind: CostEstimate.Course.Kind) in
      estimate.benefits.first { $0.later == kind }.map { Self.line($0, estimate) }
    }
    (below, claim) = (line(.laterBottomUp), line(.laterByClaim))
    disagree = below?.saves != claim?.saves
    bothNow = below?.saves == true && claim?.saves == true
    bothLater = below?.saves == false && claim?.saves == false
    gap = Self.gap(estimate)
  }

  private static func line(_ benefit: CostEstimate.Benefit, _ estimate: CostEstimate) -> BenefitLine {
    let likely = benefit.amount.likely
    let value = { (id: CostParameter) in estimate.inputs.first { $0.id == id.rawValue }?.value.likely }
    let breakEven = benefit.breakEven
    return BenefitLine(
      saves: likely > 0, difference: Money.text(abs(likely), estimate.currency),
      breakEven: breakEven.flatMap { $0 > 0 ? NumberStyle.percent($0, decimals: $0 < 0.01 ? 2 : 1) : nil },
      always: breakEven.map { $0 <= 0 } ?? false, never: breakEven == nil,
      multiplier: benefit.later == .laterByClaim
        ? value(.remediationMultiplier).map { NumberStyle.fixed($0, decimals: $0 == $0.rounded() ? 0 : 1) } : nil,
      forced: value(.pForcedFix).map { NumberStyle.percent($0, decimals: 0) })
  }

  private static func gap(_ estimate: CostEstimate) -> GapLine? {
    guard let prevention = estimate.line(.prevention)?.likely, let claim = estimate.line(.preventionByClaim)?.likely,
      let engineering = estimate.line(.engineering)?.likely, let compute = estimate.line(.fixCompute)?.likely,
      let assessment = estimate.line(.assessment)?.likely, prevention > 0, claim > 0
    else { return nil }
    let times = max(prevention / claim, claim / prevention)
    guard times > 2 else { return nil }
    let largest = max(engineering, compute, assessment)
    return GapLine(
      bottomUp: Money.text(prevention, estimate.currency), byClaim: Money.text(claim, estimate.currency),
      times: NumberStyle.fixed(times, decimals: 1), isMore: prevention > claim,
      largest: .init(
        engineering: largest == engineering, compute: largest == compute && largest != engineering,
        assessment: largest == assessment && largest != engineering && largest != compute),
      largestShare: NumberStyle.percent(largest / prevention, decimals: 0))
  }
}
