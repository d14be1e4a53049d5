import Study
import Testing

@Suite("What a manifest states of a client")
struct EngagementTests {
  static let whole = """
    report:
      title: Can it be told?
      client: Kopi & Sons
      authors: [A. Tan, B. Putri]
      reviewers: C. Rahman
      version: "1.0"
      status: final
      classification: Sulit
      retention: 2028-11-25
      brand: brands/meranti
    engagement:
      system: Readmission risk
      sensitivity: {german_credit: S3}
      release: L4
      people: 40000
      prior: {low: 0.05, likely: 0.1, high: 0.3, because: the insurer's list}
      jurisdictions:
        - {regulation: sg-pdpa, turnover: 50000000, currency: SGD}
        - id-pdp
      costs:
        currency: SGD
        exchange: {date: 2026-11-20, SGD: 1.3}
        region: SG
        training-budget: 200000
        day-rate: {low: 900, likely: 1300, high: 2000}
    """

  private func read(_ text: String) throws(ManifestError) -> Manifest {
    try Manifest.read(Array((ManifestTests.least + "\n" + text).utf8), file: "m.yaml", catalogue: toys)
  }

  @Test("is read whole")
  func all() throws {
    let manifest = try read(Self.whole)
    #expect(manifest.report.authors == ["A. Tan", "B. Putri"] && manifest.report.reviewers == ["C. Rahman"])
    #expect(manifest.report.version == "1.0" && manifest.report.status == .final)
    let engagement = try #require(manifest.engagement)
    #expect(engagement.sensitivity(of: "german_credit") == .s3 && engagement.sensitivity(of: "other") == nil)
    #expect(engagement.release == .l4 && engagement.people == 40_000)
    #expect(engagement.prior?.share == Spread(low: 0.05, likely: 0.1, high: 0.3))
    #expect(
      engagement.jurisdictions == [
        .init(regulation: "sg-pdpa", turnover: 50_000_000, currency: "SGD"), .init(regulation: "id-pdp"),
      ])
    #expect(engagement.costs?.perDollar == ["SGD": 1.3] && engagement.costs?.exchangeDate == "2026-11-20")
    #expect(engagement.costs?.given.map(\.name) == ["training-budget", "day-rate"])
    #expect(engagement.costs?.given.map(\.value.likely) == [200_000, 1_300])
  }

  @Test("may be one class for all datasets, and may be absent")
  func least() throws {
    #expect(try read("engagement: {sensitivity: S4}").engagement?.sensitivity(of: "any") == .s4)
    #expect(try read("seed: 1").engagement == nil)
  }

  @Test(
    "is refused with what, where and how to mend it",
    arguments: [
      ("engagement: {sensitivity: S5}", "S5"), ("engagement: {people: 0}", "from 1"),
      ("engagement: {release: L10}", "L10"), ("engagement: {jurisdictions: [{turnover: 5}]}", "no 'regulation'"),
      ("engagement: {jurisdictions: [{regulation: a, turnover: -5}]}", "from 0"),
      ("engagement: {jurisdictions: [a, a]}", "twice"), ("engagement: {costs: {currency: dollars}}", "three capital"),
      ("engagement: {costs: {exchange: {SGD: 1.3}}}", "no 'date'"),
      ("engagement: {costs: {day-rate: {low: 3, likely: 2, high: 4}}}", "low <= likely"),
      ("engagement: {costs: {day-rate: {low: 3, likely: 4}}}", "no 'high'"),
      ("engagement: {prior: {low: 0.1, likely: 0.2, high: 0.3}}", "because"), ("report: {status: done}", "done"),
      ("engagement: {purse: 5}", "no key 'purse'"),
    ])
  func refused(text: String, says: String) {
    let error = #expect(throws: ManifestError.self) { try read(text) }
    #expect(error?.line == 5, "\(error?.description ?? "")")
    #expect(error?.message.contains(says) == true, "\(error?.description ?? "")")
  }
}
