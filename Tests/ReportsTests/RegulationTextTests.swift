import Findings
import Reports
import Study
import Testing

@Suite("The page on law")
struct RegulationTextTests {
  private func text(
    _ jurisdictions: [Engagement.Jurisdiction], results: Results = Sample.results()
  ) throws -> PageText {
    var engagement = Sample.engagement()
    engagement.jurisdictions = jurisdictions
    return try Sample.moneyText(engagement, results: results)
  }

  @Test("says how each ceiling comes about from the client's turnover")
  func formulas() throws {
    let text = try text([
      .init(regulation: "sg-pdpa", turnover: 50_000_000),
      .init(regulation: "eu-gdpr", turnover: 1_000_000_000, currency: "USD"), .init(regulation: "id-pdp"),
      .init(regulation: "us-hipaa", units: 10),
    ])
    for phrase in [
      "10\u{A0}% of SGD\u{A0}50,000,000 (annual turnover in Singapore) if above SGD\u{A0}10,000,000, else "
        + "SGD\u{A0}1,000,000",
      "the greater of EUR\u{A0}20,000,000 and 4\u{A0}% of EUR\u{A0}800,000,000 (USD\u{A0}1,000,000,000 at the rate of "
        + "20 November 2026)",
      "2\u{A0}% of annual income or revenue, not stated",
      "USD\u{A0}73,011 for each violation, here 10, at most USD\u{A0}2,190,294 a year (USD\u{A0}146,053 at the "
        + "authority’s present discretion)",
      "Not legal advice.", "never added up", "3 calendar days", "s 24: Protection obligation",
      "No published penalty decision was found in this research that rests on membership inference alone.",
    ] { #expect(text.contains(phrase), "\(phrase)") }
    #expect(text.blocks.contains("EUR\u{A0}32,000,000") && text.blocks.contains("not computed"))
    #expect(text.blocks.contains("USD\u{A0}730,110"))
  }

  @Test("lets no claim of anonymity stand beside a shown leak, and proves none by its absence")
  func anonymity() throws {
    let law = [Engagement.Jurisdiction(regulation: "eu-gdpr", turnover: 1)]
    var results = Sample.results()
    let mixed = try text(law, results: results)
    #expect(mixed.contains("On this evidence the claim cannot be made for"))
    #expect(mixed.contains("showed no leak, which does not prove the claim."))
    for index in results.cells.indices where results.cells[index].status == .done {
      results.cells[index].verdict = .noLeakShown
    }
    let silent = try text(law, results: results)
    #expect(!silent.contains("On this evidence the claim cannot be made"))
    #expect(silent.contains("That does not prove that a model is anonymous"))
    #expect(silent.contains("It does not test attribute inference, exfiltration, regurgitation of training data"))
  }

  @Test("marks what is older than 180 days at the study's date, and nothing where there is no date")
  func stale() throws {
    let law = [Engagement.Jurisdiction(regulation: "my-pdpa")]
    #expect(try text(law).contains("is marked check again"))
    var results = Sample.results()
    results.date = nil
    let undated = try text(law, results: results)
    #expect(undated.contains("The study states no date, so nothing is marked as old."))
    #expect(!undated.contains("is marked check again"))
  }
}
