import Findings
import Study
import Testing

@Suite("Laws")
struct LawBookTests {
  private func book(own: String? = nil) throws -> LawBook {
    let facts = try HouseFacts.facts(own: own.map { [.regulation: $0] } ?? [:])
    return try LawBook(facts[.regulation], context: facts[.regulationContext])
  }

  @Test("ask for at most what each rule says", arguments: PenaltyVector.all)
  func vector(_ vector: PenaltyVector) throws {
    let answer = try book().answer(
      rule: vector.rule, .init(regulation: "", turnover: vector.turnover, units: vector.units), rates: .init())
    #expect(abs(answer.ceiling - vector.expect) < 1e-6 * vector.expect && answer.currency == vector.currency)
    #expect(answer.notice.contains("not forecasts"))
  }

  @Test("are twelve, with 35 vectors, one headline each and clocks from short to long")
  func house() throws {
    let book = try book()
    #expect(book.laws.count == 12 && PenaltyVector.all.count == 35)
    for law in book.laws {
      #expect(law.rules.filter(\.isHeadline).count == 1 && law.headline?.isHeadline == true)
      let hours = law.clocks.map { $0.hours ?? .infinity }
      #expect(hours == hours.sorted() && !law.duties.isEmpty && !law.origin.sources.isEmpty)
    }
    #expect(book["us-ccpa"]?.clocks.map(\.to) == ["regulator", "individuals"])
    #expect(book.overlays.count == 5 && book.enforcement.count == 2 && book.recheck.count == 6)
    #expect(book.anonymity?.untested.contains("model inversion") == true)
  }

  @Test("switch above the threshold only, and to the lesser amount for small enterprises")
  func edges() throws {
    let book = try book()
    func ceiling(_ rule: String, _ turnover: Double, isSmall: Bool = false) throws -> Double {
      try book.answer(rule: rule, .init(regulation: "", turnover: turnover, isSmall: isSmall), rates: .init()).ceiling
    }
    #expect(try ceiling("sg-pdpa-dp-provisions", 10_000_000) == 1_000_000)
    #expect(try ceiling("sg-pdpa-dp-provisions", 10_000_010) == 1_000_001)
    #expect(try ceiling("eu-ai-act-99-4", 100_000_000, isSmall: true) == 3_000_000)
  }

  @Test("count a turnover in another currency by the stated rate and say so")
  func converted() throws {
    let rates = ExchangeRates(day: "2026-11-20", perDollar: ["SGD": 1.25])
    let jurisdiction = Engagement.Jurisdiction(regulation: "sg-pdpa", turnover: 40_000_000, currency: "USD")
    let exposure = try #require(try book().exposures(of: [jurisdiction], rates: rates, day: nil).first)
    #expect(exposure.ceilings[0].amount == 5_000_000 && exposure.ceilings[0].turnover == 50_000_000)
    #expect(exposure.ceilings[0].converted == .init(amount: 40_000_000, currency: "USD", day: "2026-11-20"))
  }

  @Test("refuse what they cannot compute in one sentence that says what to give")
  func refused() throws {
    let book = try book()
    func error(_ rule: String, _ jurisdiction: Engagement.Jurisdiction) -> String {
      do { return "\(try book.answer(rule: rule, jurisdiction, rates: .init()).ceiling)" } catch { return "\(error)" }
    }
    #expect(error("sg-pdpa-dp-provision", .init(regulation: "")).contains("did you mean sg-pdpa-dp-provisions"))
    #expect(error("id-pdp-admin", .init(regulation: "", turnover: -1)).contains("0 or more"))
    #expect(error("id-pdp-admin", .init(regulation: "")).contains("annual income or revenue"))
    #expect(error("us-ccpa-admin", .init(regulation: "")).contains("--units"))
    #expect(error("vn-pdpl-trading", .init(regulation: "", turnover: 5)).contains("illegal gain"))
    #expect(error("id-pdp-admin", .init(regulation: "", turnover: 5, currency: "USD")).contains("IDR"))
    let manifest = #expect(throws: ManifestError.self) {
      try book.check([.init(regulation: "sg-pdpq")], rates: .init(), file: "m.yaml")
    }
    #expect(manifest?.description.contains("did you mean sg-pdpa") == true)
  }

  @Test("are stale by the study's day, and a consultant's figure stands under the consultant's source")
  func overridden() throws {
    let own = """
      laws:
        - id: ph-dpa
          source: Counsel's note of 20 November
          as-of: 2026-11-20
          confidence: client
          rules: [{id: ph-dpa-grave, fixed: 6000000}]
      """
    let named = ["ph-dpa", "my-pdpa"].map { Engagement.Jurisdiction(regulation: $0, turnover: 500_000_000) }
    let day = try #require(CalendarDate("2026-11-25"))
    let exposures = try book(own: own).exposures(of: named, rates: .init(), day: day)
    #expect(exposures.map(\.isStale) == [false, true])
    #expect(exposures[0].ceilings[0].amount == 6_000_000)
    #expect(try book().exposures(of: named, rates: .init(), day: nil).allSatisfy { !$0.isStale })
  }

  @Test("need one headline rule and the figures that a rule computes with")
  func broken() throws {
    let entry = "source: x, as-of: 2026-11, confidence: client"
    for (own, says) in [
      ("laws: [{id: ph-dpa, \(entry), rules: [{id: ph-dpa-grave, headline: false}]}]", "one rule with"),
      ("laws: [{id: ph-dpa, \(entry), rules: [{id: ph-dpa-grave, combine: threshold-switch}]}]", "threshold"),
      ("laws: [{id: ph-dpa, \(entry), rules: [{id: ph-dpa-grave, shere: 1}]}]", "did you mean share"),
      ("laws: [{id: ph-dpa, name: x}]", "has no 'source'"),
    ] {
      let error = #expect(throws: ManifestError.self) { try book(own: own) }
      #expect(error?.message.contains(says) == true, "\(error?.message ?? "")")
    }
  }
}
