import Reports
import Testing

@Suite("Numbers are written")
struct NumberStyleTests {
  @Test(
    "with commas and a true minus", arguments: [(0, "0"), (999, "999"), (20_000, "20,000"), (-1_234_567, "−1,234,567")])
  func counts(number: Int, text: String) {
    #expect(NumberStyle.count(number) == text)
  }

  @Test(
    "with fixed decimals and no negative zero",
    arguments: [
      (0.05, 1, "0.1"), (-0.04, 1, "0.0"), (-2.5, 1, "−2.5"), (12_345.678, 2, "12,345.68"), (Double.nan, 1, "n/a"),
      (-Double.infinity, 1, "−∞"),
    ])
  func decimals(number: Double, decimals: Int, text: String) {
    #expect(NumberStyle.fixed(number, decimals: decimals) == text)
  }

  @Test(
    "as fractions of people",
    arguments: [
      (0.001, "1 in 1,000"), (0.01, "1 in 100"), (0.05, "1 in 20"), (0.1, "1 in 10"), (0.03, "3 in 100"),
      (0.003, "3 in 1,000"), (1.0, "all"), (0.0, "none"), (0.0123456789, "about 1 in 81"), (Double.nan, "n/a"),
      (1e-300, "fewer than 1 in 1,000,000,000,000"),
    ])
  func rates(rate: Double, text: String) {
    #expect(NumberStyle.rate(rate) == text)
  }

  @Test(
    "with the decimals that their interval supports",
    arguments: [
      (0.44, 0.20, 0.60, "44\u{A0}%", "20", "60", "20–60"),
      (0.072, 0.059, 0.086, "7.2\u{A0}%", "5.9", "8.6", "5.9–8.6"),
      (0.0019, 0.0013, 0.0027, "0.19\u{A0}%", "0.13", "0.27", "0.13–0.27"),
      (1.0, 1.0, 1.0, "100.0\u{A0}%", "100.0", "100.0", "100.0–100.0"),
    ])
  func percents(
    value: Double, low: Double, high: Double, text: String, lowText: String, highText: String, range: String
  ) {
    let interval = Interval.percent(value, low, high, level: 0.95, reason: "")
    #expect(interval.value == text)
    #expect(interval.low == lowText)
    #expect(interval.high == highText)
    #expect(interval.range == range)
    #expect(interval.level == "95\u{A0}%")
  }

  @Test("as n/a with the reason where they are undefined")
  func undefined() {
    let interval = Interval.plain(.nan, .nan, .nan, level: 0.95, reason: "nothing to compare")
    #expect(interval.value == "n/a")
    #expect(!interval.bounded)
    #expect(interval.reason == "nothing to compare")
    #expect(Interval.plain(0.7, .nan, 0.8, level: 0.95, reason: "").bounded == false)
  }

  @Test(
    "as small probabilities", arguments: [(0.31, "0.31"), (0.0423, "0.042"), (0.0001, "below 0.001"), (.nan, "n/a")])
  func probabilities(p: Double, text: String) {
    #expect(NumberStyle.probability(p) == text)
  }
}

@Suite("Words around numbers")
struct PhraseTests {
  @Test("join as in speech")
  func lists() {
    #expect(Phrase.list([]) == "")
    #expect(Phrase.list(["a"]) == "a")
    #expect(Phrase.list(["a", "b", "c"]) == "a, b and c")
  }

  @Test(
    "lose their capital within a sentence unless it is a name's",
    arguments: [
      ("Random forest", "random forest"), ("MLP", "MLP"), ("XGBoost", "XGBoost"),
      ("Gaussian mixture", "Gaussian mixture"),
      ("k-nearest neighbours", "k-nearest neighbours"), ("", ""),
    ])
  func capitals(title: String, text: String) {
    #expect(Phrase.inSentence(title) == text)
  }

  @Test("own things", arguments: [("random forest", "random forest’s"), ("boosted trees", "boosted trees’")])
  func possessives(noun: String, text: String) {
    #expect(Phrase.possessive(noun) == text)
  }

  @Test(
    "give dates in full",
    arguments: [
      ("2026-11-04", "4 November 2026"), ("soon", "soon"), ("2026-13-01", "2026-13-01"), ("1-2", "1-2"),
    ])
  func dates(date: String, text: String) {
    #expect(Phrase.date(date) == text)
  }
}
