import Findings
import Reports
import Study
import Testing

@Suite("The tables of access levels and of thresholds set beforehand")
struct LevelTableTests {
  private static func share(_ value: Double, _ low: Double, _ high: Double) -> Estimate {
    Estimate(value: value, low: low, high: high, method: .clopperPearson)
  }

  private static func point(_ limit: Double, found: Estimate, accused: Estimate) -> FixedPoint {
    FixedPoint(
      fprLimit: limit, tp: 90, fp: 12, tpr: found, fpr: accused,
      ppv: PredictiveValue.priors.map { PredictiveValue(prior: $0, tpr: found, fpr: accused) })
  }

  private static func strongest(_ access: Access, _ attacks: [String], chosen: [String]) -> StrongestResult {
    StrongestResult(
      access: access, attacks: attacks,
      auc: .init(estimate: Estimate(value: 0.81, low: 0.79, high: 0.83, method: .bootstrap), chosen: chosen),
      tpr: [
        .init(fprLimit: 0.001, resolved: false, estimate: share(0.0417, 0.01, 0.09), chosen: chosen),
        .init(fprLimit: 0.01, resolved: true, estimate: share(0.1833, 0.151, 0.217), chosen: chosen),
      ],
      envelope: [point(0.01, found: share(0.1622, 0.131, 0.197), accused: share(0.0071, 0.0042, 0.0113))])
  }

  /// The sample with two levels that share their attacks, one that does not, and two thresholds.
  private static func results() -> Results {
    var results = Sample.results()
    results.cells[0].strongest = [
      strongest(.labels, ["loss"], chosen: ["loss", "loss", "loss", "loss"]),
      strongest(.probabilities, ["loss", "lira-online"], chosen: ["loss", "lira-online", "loss", "loss"]),
      strongest(.logits, ["loss", "lira-online"], chosen: ["loss", "lira-online", "loss", "loss"]),
    ]
    results.cells[0].attacks[0].operating = [
      point(0.001, found: share(0.0222, 0.01, 0.04), accused: share(0.001, 0.0001, 0.004)),
      point(0.01, found: share(0.1444, 0.12, 0.17), accused: share(0.0312, 0.0241, 0.0397)),
    ]
    return results
  }

  @Test("join levels with the same attacks, and count the quarters that chose each")
  func levels() throws {
    let text = try Sample.text(Self.results())
    #expect(text.contains("probabilities and raw scores") && text.blocks.contains("labels"))
    #expect(text.contains("Loss (3 of 4); LiRA, online (1 of 4)"))
  }

  @Test("show the smallest rate that each quarter can tell, and never one that it cannot")
  func resolved() throws {
    let text = try Sample.text(Self.results())
    #expect(text.blocks.count { $0.contains("18.3\u{A0}%") && $0.contains("at 1 in 100") } == 2)
    #expect(text.contains("16.2\u{A0}%") && text.contains("0.71\u{A0}%"))
    #expect(!text.contains("4.2\u{A0}%") && !text.contains("2.2\u{A0}%"))
  }

  @Test("say where more are accused than the threshold was set for")
  func exceeded() throws {
    let text = try Sample.text(Self.results())
    #expect(text.contains("14.4\u{A0}%"))
    #expect(text.blocks.count { $0.contains("3.1\u{A0}%") && $0.contains("more than set for") } == 1)
  }

  @Test("are left out where nothing was measured")
  func absent() throws {
    let text = try Sample.text()
    #expect(!text.contains("What each kind of answer gives away") && !text.contains("If the threshold is set"))
  }
}
