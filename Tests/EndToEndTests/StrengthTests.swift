import Findings
import Foundation
import Study
import Testing

/// Each attack that should beat the loss attack does so on named cells: German credit, 16 models of a kind.
///
/// What is left out says in its documentation why it does not: it knows no more of a record than the loss attack does.
@Suite("Attacks on real data")
struct StrengthTests {
  /// By how much the AUC of each attack must lie above the loss attack's.
  static let margins: [(model: String, least: [String: Double])] = [
    (
      "random-forest",
      [
        "lira-online": 0.14, "rmia-online": 0.14, "lira-offline": 0.12, "rmia-offline": 0.14, "bavaria-t": 0.14,
        "bavaria-n": 0.14, "base-online": 0.14, "base-offline": 0.07, "calibrated-loss": 0.06,
        "calibrated-confidence": 0.1, "attack-r": 0.08, "modified-entropy-class": 0.06, "attack-p-class": 0.03,
      ]
    ),
    (
      // The mean of ln p_y over seven networks follows the worst of them: the calibrated loss gains nothing here.
      "mlp",
      [
        "lira-online": 0.1, "rmia-online": 0.08, "lira-offline": 0.05, "rmia-offline": 0.08, "bavaria-t": 0.11,
        "bavaria-n": 0.11, "base-online": 0.08, "base-offline": 0.03, "calibrated-confidence": 0.04,
        "attack-r": 0.03, "modified-entropy-class": 0.04,
      ]
    ),
  ]
  /// No margin is claimed of these, but they run.
  static let others = [
    "attack-p", "logit-margin", "modified-entropy", "hinge", "confidence", "max-confidence", "entropy", "correctness",
    "noise-robustness", contrast,
  ]
  static let contrast = "noise-robustness score=contrast"
  /// By how much its AUC must lie above that of correctness, the other attack on labels alone, in the forest.
  static let contrastMargin = 0.03

  @Test("beat the loss attack by a stated margin, their intervals apart")
  func margins() throws {
    let names = Self.margins[0].least.keys.sorted() + Self.others + ["loss"]
    let program = try Program()
    let path = try program.write(
      study(
        datasets: "[german_credit]", models: "[random-forest, mlp]", defences: "[none]",
        attacks: "[\(names.joined(separator: ", "))]".replacingOccurrences(
          of: Self.contrast, with: "{name: noise-robustness, score: contrast}"), pool: 16),
      to: "study.yaml")
    let end = try program.run("run", path, "--output", "out", "--store", "store")
    try #require(end.status == 0, "\(end.errors)")
    let results = try ResultsFile.results(try program.read("out/results.json"), path: "results.json")
    for (model, least) in Self.margins {
      let cell = try #require(results.cells.first { $0.model == model })
      let areas = try Self.areas(cell)
      #expect(Set(areas.keys) == Set(names))
      let loss = try #require(areas["loss"])
      for (name, margin) in least {
        let area = try #require(areas[name])
        #expect(area.value >= loss.value + margin && area.low > loss.high, "\(model), \(name): \(area), \(loss)")
      }
      for name in Self.others { #expect(try #require(areas[name]).value < loss.value + 0.005, "\(model), \(name)") }
      let (contrast, right) = (try #require(areas[Self.contrast]), try #require(areas["correctness"]))
      #expect(contrast.value > right.value && (areas["noise-robustness"]?.value ?? 0) > right.value, "\(model)")
      if model == "random-forest" {
        #expect(
          contrast.value >= right.value + Self.contrastMargin && contrast.low > right.high, "\(contrast), \(right)")
      }
      // Seven references a side are too few for a variance of each record's own: shrunk ones lose nothing.
      let lira = try #require(areas["lira-online"])
      for name in ["bavaria-t", "bavaria-n"] {
        #expect(try #require(areas[name]).value >= lira.value, "\(model), \(name), \(lira)")
      }
    }
  }

  private static func areas(_ cell: CellResult) throws -> [String: Estimate] {
    var result: [String: Estimate] = [:]
    for attack in cell.attacks { result[attack.id] = try #require(attack.headline, "\(attack)").auc }
    return result
  }
}
