import Findings
import Foundation
import Reports
import Testing

extension Sample {
  /// Exposure with a shown and a hidden group.
  static func exposure(named name: String = "age") -> Exposure {
    func found(_ value: Double) -> Estimate {
      Estimate(value: value, low: value / 2, high: value * 2, level: 0.975, method: .clopperPearsonClustered)
    }
    return Exposure(
      attack: "lira-online", fprLimit: 0.01, records: 900, subjects: 900, models: 16, mean: 0.07, weight: 0.61,
      stability: 0.72, quantiles: [.init(share: 0.5, value: 0.01)],
      histogram: [567, 333] + [Int](repeating: 0, count: 19), above: [.init(threshold: 0.5, share: 0.03)],
      partitions: [
        ExposurePartition(
          attribute: name, isClass: false, suppressed: [name + " few", name + " next"],
          groups: [.init(name: name + " many", subjects: 500, records: 520, found: found(0.11), p: 0.004)])
      ])
  }
}

@Suite("What a report says of its own test")
struct ValidityTextTests {
  private func figure(_ cell: String, _ quantity: CheckFigure.Quantity, _ value: Double, failed: Bool) -> CheckFigure {
    CheckFigure(
      cell: cell, attack: quantity == .auc ? "loss" : nil, quantity: quantity, value: value, low: value - 0.01,
      high: value + 0.01, p: failed ? 0.001 : 0.5, failed: failed)
  }

  private func results() -> Results {
    var results = Sample.results()
    let ids = results.cells.filter { $0.status == .done }.map(\.id)
    results.checks = [
      Results.Check(
        name: "null-run", verdict: .failed, p: 0.001, lines: 78,
        figures: ids.map { figure($0, .auc, $0 == ids[0] ? 0.571 : 0.503, failed: $0 == ids[0]) }),
      Results.Check(
        name: "shadow-fidelity", verdict: .passed, p: 0.5, lines: 26,
        figures: ids.map { figure($0, .testConfidence25, 0.431, failed: false) }),
      Results.Check(
        name: "resolution", verdict: .passed, p: .nan, lines: 1,
        figures: [
          figure(ids[2], .smallestRate, 0.01, failed: false), figure(ids[1], .smallestRate, .nan, failed: true),
        ]),
      Results.Check(name: "matched-non-members", verdict: .notChecked, p: .nan, lines: 0),
    ]
    return results.heldToChecks
  }

  @Test("names the failed check at the top, with how many combinations it touches")
  func top() throws {
    let text = try Sample.text(results())
    #expect(
      text.blocks.contains {
        $0.hasPrefix("A check of the test itself failed: nothing to find.")
          && $0.hasSuffix("It touches 1 combination, whose verdict is insufficient evidence; the numbers are below.")
      })
  }

  @Test("gives no number for the touched combination, but says which check it failed")
  func touched() throws {
    let sound = try Sample.text()
    let text = try Sample.text(results())
    #expect(
      text.contains(
        "The evidence is insufficient for a verdict: the test itself did not pass its check of nothing to find."))
    // The big number of the first target is gone; those of the other eight are there.
    let big = { (page: PageText) in page.blocks.count { $0.contains("wrongly accused; guessing finds") } }
    #expect(big(sound) == big(text) + 1)
  }

  @Test("prints the numbers of every check of every combination")
  func numbers() throws {
    let text = try Sample.text(results())
    #expect(text.contains("0.571 (0.561–0.581)Loss") && text.contains("0.503 (0.493–0.513)Loss"))
    #expect(text.contains("0.431 (0.421–0.441)confidence outside training, 25 % quantile"))
    #expect(text.contains("1 in 100") && text.blocks.contains("none") && text.blocks.contains("not tested"))
    #expect(text.blocks.contains("not checked"))
  }

  @Test("says who is found how often, by group, and which groups it does not show")
  func exposure() throws {
    var results = Sample.results()
    results.cells[0].exposure = Sample.exposure()
    let text = try Sample.text(results)
    #expect(text.blocks.contains("Who is found, and how often"))
    #expect(
      text.contains(
        "63.0\u{A0}% of the 900 records were found in none of the 16 models that trained on them, and 3.0\u{A0}% are "
          + "likely to be found in at least half of such models; the average record is found in 7.0\u{A0}%"))
    #expect(text.contains("correlate at 0.72") && text.contains("its own findings count 61\u{A0}%"))
    let group = try #require(text.blocks.firstIndex(of: "age many"))
    #expect(
      Array(text.blocks[group + 1...group + 5]) == ["500", "520", "11\u{A0}% (6–22)", "0.004", "found more often"])
    let hidden = try #require(text.blocks.firstIndex(of: "age few and age next"))
    #expect(text.blocks[hidden + 1].hasPrefix("not shown: fewer than 10 people"))
    #expect(!(try Sample.text()).contains("Who is found, and how often"))
  }

  @Test("names the defence of each folded figure")
  func folded() throws {
    let html = try Sample.page.get()
    let id = "german_credit-random-forest-rounding-roc"
    #expect(html.contains("<summary><bdi>Rounded probabilities</bdi>: <bdi>Drawing \(id)</bdi></summary>"))
  }
}
