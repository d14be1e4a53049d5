import Findings
import Reports
import Study
import Testing

@Suite("The page on costs")
struct CostTextTests {
  @Test("says what each course costs, and that the two prices of the later fix disagree")
  func disagreement() throws {
    let text = try Sample.moneyText(Sample.engagement())
    #expect(
      text.contains(
        "Over 3 years, acting now is likely to cost USD\u{A0}83,430. Waiting is likely to cost USD\u{A0}48,181 if the "
          + "later fix is priced from its parts, and USD\u{A0}148,947 if it is priced by a rule of thumb."))
    #expect(text.contains("The two ways disagree on whether acting now pays."))
    #expect(text.contains("Priced from its parts, acting now costs USD\u{A0}35,250 more than waiting."))
    #expect(
      text.contains(
        "By the rule of thumb that a later fix costs 4 times prevention, it saves USD\u{A0}65,516. That rule has no "
          + "published source."))
    #expect(text.contains("acting now pays from a yearly probability of an incident of 10.8\u{A0}%"))
    #expect(text.contains("By the rule of thumb, acting now is cheaper even with no incident"))
    #expect(text.contains("comes to USD\u{A0}75,400, 3.8 times as much as the rule of thumb gives (USD\u{A0}20,000)"))
    #expect(text.contains("computing makes up 67\u{A0}% of it"))
    #expect(text.contains("Such corners are unlikely"))
  }

  @Test("says plainly when money favours neither or both")
  func agreement() throws {
    let against = try Sample.moneyText(Sample.stating("remediation-multiplier", 1))
    #expect(against.contains("In money, acting now is not the cheaper course"))
    #expect(against.contains("may still rest on legal duty or on harm to people"))
    let both = try Sample.moneyText(Sample.stating("p-incident-year", 0.9))
    #expect(both.contains("Acting now is the cheaper course both ways"))
    #expect(!both.contains("disagree on whether acting now pays"))
  }

  @Test("shows each input with its origin, claims beside the parts, and ceilings on their own")
  func tables() throws {
    let text = try Sample.moneyText(Sample.engagement())
    #expect(text.contains("stated by the client") && text.contains("convention of this report"))
    #expect(text.blocks.contains("3-5 times remediation expense after deployment"))
    #expect(text.contains("unsupported and ambiguous") && text.contains("USD\u{A0}301,600"))
    #expect(text.blocks.contains("SGD\u{A0}5,000,000") && text.blocks.contains("USD\u{A0}3,846,154"))
    #expect(text.contains("Rates of 20 November 2026, units for one US dollar: EUR\u{A0}0.8 and SGD\u{A0}1.3."))
    #expect(text.contains("10,000 draws of all inputs (triangular, seed 20261102)"))
    #expect(text.contains("finds 2,000 of the 40,000 people in the training data. On the attacker’s list"))
    #expect(text.contains("85\u{A0}% of the accusations are right"))
  }

  @Test("names what the client must state where there is no estimate, and is absent without a client")
  func missing() throws {
    var engagement = Sample.engagement()
    engagement.costs?.given.removeAll { $0.name == "training-budget" }
    let text = try Sample.moneyText(engagement)
    #expect(text.contains("no costs are estimated: state engagement: costs: training-budget"))
    let none = try Sample.moneyText(nil)
    #expect(!none.contains("Cost estimates") && !none.contains("Regulatory exposure"))
  }

  @Test(
    "changes with each number it is made of",
    arguments: [
      ("training-budget", 300_000.0, "rule of thumb gives (USD\u{A0}30,000)"),
      ("cost-per-person", 40, "USD\u{A0}330,000|330,000"), ("effort-days", 20, "80,400"),
      ("attack-tpr", 0.08, "finds 3,200 of the 40,000"), ("attacker-prior", 0.5, "98\u{A0}% of the accusations"),
      ("horizon-years", 5, "Over 5 years, acting now"), ("p-forced-fix", 0.4, "Waiting is likely to cost USD"),
    ])
  func edits(name: String, value: Double, says: String) throws {
    let text = try Sample.moneyText(Sample.stating(name, value))
    let (here, _) = text.differences(from: try Sample.moneyText(Sample.engagement()))
    #expect(says.split(separator: "|").contains { phrase in here.contains { $0.contains(phrase) } }, "\(here)")
  }
}
