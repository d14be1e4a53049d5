public import Findings
import Study

/// A comparison as a terminal shows it.
public enum ComparisonTable {
  /// - Returns: Lines without control characters, the last without a line break.
  public static func text(_ comparison: Comparison) -> String {
    var blocks = [head(comparison)]
    if let gate = comparison.gate { blocks.append(self.gate(gate)) }
    blocks.append(differences(comparison))
    if !comparison.unmatched.isEmpty { blocks.append(unmatched(comparison.unmatched)) }
    return blocks.joined(separator: "\n\n")
  }

  private static func head(_ comparison: Comparison) -> String {
    func run(_ facts: Comparison.Facts) -> String {
      "\(plain(facts.name)) (seed \(facts.seed), \(facts.models) models a pool, \(Tally.text(facts.cells, "cell")))"
    }
    var lines = [
      "base     \(run(comparison.base))", "current  \(run(comparison.current))",
      "match    \(comparison.match.rawValue)",
    ]
    for (facts, side) in [(comparison.base, "base"), (comparison.current, "current")] {
      if !facts.hasReplicates { lines.append("The \(side) run has no replicates.json: nothing is paired.") }
      for check in facts.failedChecks { lines.append("The check \(plain(check)) failed in the \(side) run.") }
    }
    return lines.joined(separator: "\n")
  }

  /// Lines of gates: those that fail first, then those that decide nothing.
  private static func gate(_ gate: GateReport) -> String {
    let order: [GateReport.Outcome] = [.failed, .insufficient, .passed]
    let rows = order.flatMap { outcome in
      gate.lines.filter { $0.outcome == outcome }.map { line in
        [
          outcome.word, line.text, plain(line.cell), plain(line.attack ?? ""), ComparisonWords.interval(line),
          plain(line.reason),
        ]
      }
    }
    let table = TextTable.text(head: ["outcome", "rule", "cell", "attack", "measured (95 %)", "why"], rows: rows)
    return "Gate: \(gate.outcome.word)\n\(table)"
  }

  /// Attacks that stand for their cells, and whatever differs.
  private static func differences(_ comparison: Comparison) -> String {
    let all = comparison.differences
    guard !all.isEmpty else { return "Nothing could be compared." }
    let shown = all.filter { $0.isHeadline || $0.verdict == .worse || $0.verdict == .better }
    let rows = shown.map { one in
      [
        one.verdict.word, plain(one.cell), plain(one.attack ?? ""), one.quantity.name,
        ComparisonWords.number(one.base.value), ComparisonWords.number(one.current.value),
        ComparisonWords.signed(one.value, one.low, one.high), ComparisonWords.number(one.smallestVisible),
        one.paired ? "paired" : "unpaired", plain(one.reason),
      ]
    }
    let table = TextTable.text(
      head: ["verdict", "cell", "attack", "figure", "base", "current", "change (95 %)", "visible", "pairing", "why"],
      rows: rows)
    let hidden = all.filter { one in !shown.contains { $0 == one } }
    let rest =
      hidden.isEmpty
      ? ""
      : "\nand \(Tally.text(hidden.count, "line")) of other attacks: "
        + "\(hidden.count { $0.verdict == .noChangeShown }) no change shown, "
        + "\(hidden.count { $0.verdict == .unresolved }) cannot be resolved"
    let note =
      "\nVerdicts are Holm-adjusted over all \(Tally.text(all.count, "line")); 'visible' is the smallest change that would "
      + "have been shown with a power of 80 %."
    return table + rest + note
  }

  private static func unmatched(_ unmatched: [Unmatched]) -> String {
    let rows = unmatched.map { one in
      [one.kind.rawValue, one.side.rawValue, plain(one.cell), plain(one.attack ?? ""), plain(one.reason)]
    }
    return "Not compared:\n" + TextTable.text(head: ["what", "run", "cell", "attack", "why"], rows: rows)
  }

  private static func plain(_ text: String) -> String { PlainText.plain(text) }
}
