import Findings
import Study

/// What acting now and acting later cost, every input beside its origin.
struct CostPage: Page {
  /// Why there is no estimate; null where there is one.
  let costsMissing: String?
  let estimate: CostLines?

  init?(_ findings: Findings) {
    let assessment = findings.assessment
    guard assessment.engagement != nil else { return nil }
    estimate = assessment.costs.map { CostLines($0, findings) }
    costsMissing = assessment.costs == nil ? assessment.costsMissing.map(PlainText.plain) : nil
    if estimate == nil, costsMissing == nil { return nil }
  }
}

struct CostLines: Page {
  let unit: String
  let years: String
  let now: SpreadText
  let later: SpreadText
  let laterClaim: SpreadText
  let comparison: CostComparison
  let lines: CostRows
  let people: SpreadText?
  let peopleAll: String?
  let precision: SpreadText?
  let rate: String?
  let draws: [DrawLine]
  let drawCount: String
  let seed: String
  let defences: [DefenceRow]
  let hasDefences: Bool
  let hasValues: Bool
  let ceilings: [CeilingLine]
  let hasCeilings: Bool
  let severalCeilings: Bool
  let pricedLaw: String?
  let rates: RateLine?
  let inputs: [InputRow]
  let unsourced: Tally
  let claims: [ClaimRow]
  let published: [PublishedRow]

  /// Benefits of all draws against one later course.
  struct DrawLine: Page {
    let byClaim: Bool
    let tenth: String
    let median: String
    let ninetieth: String
    let cheaper: String
  }

  struct DefenceRow: Page {
    let remedy: String
    let building: SpreadText
    let lost: SpreadText?
    let value: SpreadText?
  }

  struct CeilingLine: Page {
    let law: String
    let jurisdiction: String
    /// Null where the client did not state what it needs.
    let amount: String?
    let converted: String?
  }

  /// The rates of the engagement's day.
  struct RateLine: Page {
    let day: String
    let list: String
  }

  init(_ estimate: CostEstimate, _ findings: Findings) {
    let engagement = findings.assessment.engagement
    let day = findings.results.date.flatMap { CalendarDate($0) }
    let book = findings.guidance?.costs
    let money = { (amount: Double) in Money.text(amount, estimate.currency) }
    unit = PlainText.plain(estimate.currency)
    years = NumberStyle.count(estimate.horizon)
    let course = { (kind: CostEstimate.Course.Kind) in
      SpreadText(estimate.course(kind)?.total ?? Spread(0), money)
    }
    (now, later, laterClaim) = (course(.now), course(.laterBottomUp), course(.laterByClaim))
    comparison = CostComparison(estimate)
    lines = CostRows(estimate)
    let input = { (id: CostParameter) in estimate.inputs.first { $0.id == id.rawValue }?.value }
    people = estimate.confidentPeople.map { SpreadText($0) { NumberStyle.fixed($0, decimals: 0) } }
    peopleAll = input(.peopleInTraining).map { NumberStyle.fixed($0.likely, decimals: 0) }
    precision = estimate.precision.map { SpreadText($0) { NumberStyle.percent($0, decimals: 0) } }
    rate = input(.operatingFPR).map { NumberStyle.rate($0.likely) }
    draws = zip(estimate.benefits, zip(estimate.draws.percentiles, estimate.draws.shareCheaper)).map { benefit, drawn in
      DrawLine(
        byClaim: benefit.later == .laterByClaim, tenth: money(drawn.0.low), median: money(drawn.0.likely),
        ninetieth: money(drawn.0.high), cheaper: NumberStyle.percent(drawn.1, decimals: 0))
    }
    drawCount = NumberStyle.count(estimate.draws.count)
    seed = String(estimate.draws.seed)
    defences = estimate.defences.map { defence in
      DefenceRow(
        remedy: PlainText.plain(findings.guidance?.remedies[defence.id]?.name ?? defence.id),
        building: SpreadText(money: defence.building),
        lost: defence.accuracyLost.map { SpreadText($0) { NumberStyle.fixed($0, decimals: 1) } },
        value: defence.valueLost.map { SpreadText(money: $0) })
    }
    hasDefences = !estimate.defences.isEmpty
    hasValues = estimate.defences.contains { $0.valueLost != nil }
    let laws = findings.assessment.regulation
    ceilings = laws.map { law in
      let ceiling = estimate.ceilings.first { $0.regulation == law.regulation }
      return CeilingLine(
        law: PlainText.plain(law.name), jurisdiction: PlainText.plain(law.jurisdiction),
        amount: ceiling.map { Money.text($0.amount, $0.currency) }, converted: ceiling?.converted.map(money))
    }
    hasCeilings = !ceilings.isEmpty
    severalCeilings = ceilings.count > 1
    pricedLaw = estimate.pricedLaw.map { id in PlainText.plain(laws.first { $0.regulation == id }?.name ?? id) }
    rates = engagement?.costs.flatMap(Self.rates)
    inputs = estimate.inputs.map { InputRow($0, currency: estimate.currency, day: day) }
    unsourced = Tally(estimate.inputs.filter(\.isUnsourced).count)
    claims = (book?.claims ?? []).map { claim in
      ClaimRow(claim, as: book?.parameters.first { $0.named == claim.id }?.id, estimate, day: day)
    }
    published = (book?.published ?? []).map { PublishedRow($0, day: day) }
  }

  private static func rates(_ costs: Engagement.CostInputs) -> RateLine? {
    guard let day = costs.exchangeDate, !costs.perDollar.isEmpty else { return nil }
    let list = costs.perDollar.sorted { $0.key < $1.key }.map { "\($0.key)\(NumberStyle.noBreakSpace)\($0.value)" }
    return RateLine(day: Phrase.date(day), list: PlainText.plain(Phrase.list(list)))
  }
}
