import Findings
import Study
import Testing

@Suite("The cost model")
struct CostModelTests {
  private func guidance() throws -> Guidance { try Guidance(try HouseFacts.facts()) }

  /// The inputs of the worked example: a Singapore client with SGD 50M turnover, in US dollars.
  static let worked = """
    engagement:
      people: 40000
      jurisdictions: [{regulation: sg-pdpa, turnover: 50000000}]
      costs:
        currency: USD
        exchange: {date: 2026-11-24, SGD: 1.3}
        training-budget: 200000
        training-compute-cost: 4000
        attack-tpr: 0.05
        operating-fpr: 0.001
        attacker-prior: 0.1
        day-rate: 1000
        effort-days: 15
        compute-multiplier: 3
        retrain-runs: 3
        overhead: 0.4
        assessment-cost: 10000
        fixed-response: 250000
        cost-per-person: 23
        p-penalty-given-incident: 0.05
        penalty-fraction-of-ceiling: 0.02
        discount-rate: 0.08
        horizon-years: 3
        defence-effectiveness: 0.5
        p-forced-fix: 0.2
        remediation-multiplier: 4
        p-incident-year: 0.02
    """

  private func estimate(_ text: String) throws -> CostEstimate {
    try guidance().answer(to: try MoneyQuestion(Array(text.utf8), file: "f.yaml"), file: "f.yaml")
  }

  @Test("gives every printed digit of the worked example, by the claimed multiplier and from below")
  func worked() throws {
    let estimate = try estimate(Self.worked)
    func near(_ found: Double?, _ expected: Double, _ digit: Double = 0.01) -> Bool {
      // One in the last digit: the example rounds on its way.
      abs((found ?? .infinity) - expected) <= digit + 1e-9
    }
    #expect(near(estimate.precision?.likely, 0.847458, 1e-6) && near(estimate.confidentPeople?.likely, 2_000))
    let lines: [(CostEstimate.Line.Kind, Double)] = [
      (.engineering, 15_000), (.fixCompute, 50_400), (.prevention, 75_400), (.preventionByClaim, 20_000),
      (.incident, 296_000), (.expectedPenalty, 3_846.15), (.lossAYear, 5_996.92), (.laterFixByClaim, 301_600),
      (.laterFix, 72_900),
    ]
    for (kind, expected) in lines {
      #expect(near(estimate.line(kind)?.likely, expected), "\(kind): \(String(describing: estimate.line(kind)))")
    }
    #expect(near(estimate.inputs.first { $0.id == "penalty-ceiling" }?.value.likely, 3_846_153.85))
    #expect(near(estimate.course(.now)?.total.likely, 83_430.47))
    #expect(near(estimate.course(.laterByClaim)?.total.likely, 148_946.65))
    #expect(near(estimate.course(.laterBottomUp)?.total.likely, 48_180.86))
    let benefits = estimate.benefits
    #expect(benefits.map(\.later) == [.laterBottomUp, .laterByClaim])
    #expect(near(benefits[0].amount.likely, -35_249.61) && near(benefits[0].breakEven, 0.10779, 1e-5))
    #expect(near(benefits[1].amount.likely, 65_516.18) && near(benefits[1].breakEven, -0.143169, 1e-6))
    let factor = (estimate.line(.lossOverHorizon)?.likely ?? 0) / (estimate.line(.lossAYear)?.likely ?? 1)
    #expect(near(factor, 2.678198, 1e-6))
  }

  /// What a client has to state, and no more.
  static let little = """
    rating: High
    engagement:
      people: 40000
      jurisdictions: [{regulation: sg-pdpa, turnover: 40000000}, my-pdpa]
      costs:
        currency: SGD
        exchange: {date: 2026-11-24, SGD: 1.3, MYR: 4.2}
        region: SG
        training-budget: 260000
        training-compute-cost: 5200
        attack-tpr: {low: 0.04, likely: 0.05, high: 0.07}
    """

  @Test("puts low, likely and high in order, and each course's corner at its own cheapest ends")
  func corners() throws {
    let estimate = try estimate(Self.little)
    for line in estimate.lines {
      #expect(line.amount.low <= line.amount.likely && line.amount.likely <= line.amount.high)
    }
    // The plan of High: five remedies; rounding 1 and rate limits 8, early stopping 1, decay 1, private training 12 days.
    #expect(estimate.inputs.first { $0.id == "effort-days" }?.value.likely == 23)
    #expect(estimate.inputs.first { $0.id == "compute-multiplier" }?.value == Spread(low: 1.2, likely: 3, high: 8))
    #expect(estimate.line(.engineering)?.likely == 29_900.0)
    #expect(estimate.defences.map(\.id).last == "dp-sgd" && estimate.rating == .high)
    #expect(estimate.inputs.first { $0.id == "p-incident-year" }?.value == Spread(low: 0.005, likely: 0.02, high: 0.1))
  }

  @Test("shows one ceiling a law and expects a penalty of one law alone")
  func ceilings() throws {
    let estimate = try estimate(Self.little)
    #expect(estimate.ceilings.map(\.amount) == [4_000_000, 1_000_000])
    #expect(estimate.ceilings.map(\.currency) == ["SGD", "MYR"])
    // Malaysia's 1 M ringgit at 30 % is more than 2 % of Singapore's 4 M dollars: one law, the larger of the two.
    let ceiling = try #require(estimate.inputs.first { $0.id == "penalty-ceiling" }?.value.likely)
    #expect(abs(ceiling - 1_000_000 * 1.3 / 4.2) < 1e-6)
    #expect(estimate.pricedLaw == "my-pdpa")
    #expect(estimate.inputs.first { $0.id == "penalty-fraction-of-ceiling" }?.value.likely == 0.3)
  }

  @Test("draws the same from the same seed, and sorts what matters most first")
  func draws() throws {
    let (one, other) = (try estimate(Self.little), try estimate(Self.little))
    #expect(one == other && one.draws.count == 10_000 && one.draws.percentiles.count == 2)
    #expect(try estimate("seed: 7\n" + Self.little).draws != one.draws)
    let sizes = one.swings.map { abs($0.atHigh - $0.atLow) }
    #expect(sizes == sizes.sorted(by: >) && sizes.count > 5)
    #expect(!one.swings.contains { ["attacker-prior", "testing-claim", "prevention-share"].contains($0.input) })
    for percentiles in one.draws.percentiles { #expect(percentiles.low < percentiles.high) }
  }

  @Test("marks what nothing published stands behind, and keeps the client's word as the client's")
  func origins() throws {
    let inputs = try estimate(Self.little).inputs
    #expect(inputs.first { $0.id == "training-budget" }?.origin.confidence == .client)
    #expect(inputs.first { $0.id == "remediation-multiplier" }?.origin.confidence == .claim)
    #expect(inputs.first { $0.id == "compute-price" }?.origin.sources.first?.url?.hasPrefix("https://") == true)
    #expect(inputs.filter(\.isUnsourced).count > 8)
  }

  @Test(
    "says what to state where something is missing",
    arguments: [
      ("    training-budget: 260000\n", "training-budget"), ("    region: SG\n", "day-rate"),
      (", SGD: 1.3", "exchange: SGD"), (", MYR: 4.2", "exchange: MYR"), ("rating: High\n", "p-incident-year"),
      ("  people: 40000\n", "people-in-training"),
    ])
  func missing(line: String, says: String) throws {
    let text = Self.little.replacing(line, with: "")
    let gap = #expect(throws: CostGap.self) { try estimate(text) }
    #expect(gap?.description.contains(says) == true && gap?.needs.count == 1, "\(gap?.description ?? "")")
  }

  @Test(
    "refuses names and values that it cannot take",
    arguments: [
      ("region: SG", "region: SH", "no region 'SH'"),
      ("training-budget", "training-bugdet", "did you mean training-budget"),
      ("likely: 0.05, high: 0.07", "likely: 0.05, high: 7", "from 0 to 1"), ("rating: High", "rating: Hihg", "High"),
      ("sg-pdpa", "sg-pdpb", "did you mean sg-pdpa"), ("region: SG", "horizon-years: 2.5", "whole number of years"),
    ])
  func refused(was: String, becomes: String, says: String) throws {
    let error = #expect(throws: ManifestError.self) { try estimate(Self.little.replacing(was, with: becomes)) }
    #expect(error?.description.contains(says) == true, "\(error?.description ?? "")")
  }
}
