import Findings
import Foundation
import Testing

/// Each attack that should beat the loss attack does so on a named cell: German credit, random forests, K = 16.
@Suite("Attacks on real data")
struct StrengthTests {
  /// By how much the AUC must lie above the loss attack's.
  static let margins: [(attack: String, auc: Double)] = [
    ("lira-online", 0.05), ("rmia-online", 0.05), ("lira-offline", 0.05), ("rmia-offline", 0.05),
    ("bavaria-t", 0.05), ("bavaria-n", 0.05), ("base-online", 0.05), ("base-offline", 0.05),
    ("calibrated-loss", 0.05), ("calibrated-confidence", 0.05), ("attack-r", 0.05),
  ]
  static let others = [
    "modified-entropy-class", "attack-p-class", "attack-p", "logit-margin", "modified-entropy", "hinge", "confidence",
    "max-confidence", "entropy", "correctness",
  ]

  @Test("beat the loss attack by a stated margin, their intervals apart, where their documentation says so")
  func margins() throws {
    let program = try Program()
    let names = Self.margins.map(\.attack) + ["loss"] + Self.others
    let path = try program.write(
      study(
        name: "strength", datasets: "[german_credit]", models: "[random-forest]", defences: "[none]",
        attacks: "[\(names.joined(separator: ", "))]", pool: 16),
      to: "strength.yaml")
    let end = try program.run("run", path, "--output", "out", "--store", "store")
    #expect(end.status == 0, "\(end.errors)")
    let results = try ResultsFile.results(try program.read("out/results.json"), path: "results.json")
    let attacks = try #require(results.cells.first).attacks
    let areas = Dictionary(uniqueKeysWithValues: attacks.map { ($0.attack, $0.headline?.auc) })
    let loss = try #require(areas["loss"] ?? nil)
    for (attack, margin) in Self.margins {
      let area = try #require(areas[attack] ?? nil, "\(attack)")
      #expect(area.value > loss.value + margin, "\(attack)")
      #expect(area.low > loss.high, "\(attack)")
    }
    for attack in Self.others { #expect(areas[attack] != nil, "\(attack)") }
  }
}
