public import Findings
import Study

/// A comparison as a comment on a pull request.
public enum ComparisonMarkdown {
  /// GitHub's Markdown; text from files can form neither markup nor links.
  public static func text(_ comparison: Comparison) -> String {
    var blocks = [title(comparison), runs(comparison)]
    if let gate = comparison.gate { blocks.append(self.gate(gate)) }
    blocks.append(differences(comparison))
    if !comparison.unmatched.isEmpty { blocks.append(unmatched(comparison.unmatched)) }
    return blocks.joined(separator: "\n\n") + "\n"
  }

  private static func title(_ comparison: Comparison) -> String {
    guard let gate = comparison.gate else { return "## Membership risk: comparison" }
    return "## Membership risk: \(gate.outcome.word)"
  }

  private static func runs(_ comparison: Comparison) -> String {
    var text =
      "Base **\(escaped(comparison.base.name))** (seed \(comparison.base.seed)) against "
      + "**\(escaped(comparison.current.name))** (seed \(comparison.current.seed)); cells matched by the "
      + "\(comparison.match.rawValue) rule; intervals 95 %."
    for (facts, side) in [(comparison.base, "base"), (comparison.current, "current")] {
      for check in facts.failedChecks { text += " **The check \(escaped(check)) failed in the \(side) run.**" }
    }
    return text
  }

  private static func gate(_ gate: GateReport) -> String {
    let order: [GateReport.Outcome] = [.failed, .insufficient, .passed]
    let rows = order.flatMap { outcome in
      gate.lines.filter { $0.outcome == outcome }.map { line in
        [outcome.word, line.text, line.cell, line.attack ?? "", ComparisonWords.interval(line), line.reason]
      }
    }
    return "### Gate\n\n" + table(["Outcome", "Rule", "Cell", "Attack", "Measured", "Why"], rows)
  }

  private static func differences(_ comparison: Comparison) -> String {
    let all = comparison.differences
    guard !all.isEmpty else { return "Nothing could be compared." }
    let rows = all.filter { $0.isHeadline || $0.verdict == .worse || $0.verdict == .better }.map { one in
      [
        one.verdict.word, one.cell, one.attack ?? "", one.quantity.name, ComparisonWords.number(one.base.value),
        ComparisonWords.number(one.current.value), ComparisonWords.signed(one.value, one.low, one.high),
        ComparisonWords.number(one.smallestVisible), one.paired ? "paired" : "unpaired",
      ]
    }
    return "### Changes\n\n"
      + table(["Verdict", "Cell", "Attack", "Figure", "Base", "Current", "Change", "Visible", "Pairing"], rows)
      + "\n\nHolm-adjusted over \(Tally.text(all.count, "line")); lines of other attacks that show no change are left out."
  }

  private static func unmatched(_ unmatched: [Unmatched]) -> String {
    let rows = unmatched.map { [$0.kind.rawValue, $0.side.rawValue, $0.cell, $0.attack ?? "", $0.reason] }
    return "### Not compared\n\n" + table(["What", "Run", "Cell", "Attack", "Why"], rows)
  }

  private static func table(_ head: [String], _ rows: [[String]]) -> String {
    let rule = head.map { _ in "---" }
    let lines = [head, rule] + rows.map { $0.map(escaped) }
    return lines.map { "| " + $0.joined(separator: " | ") + " |" }.joined(separator: "\n")
  }

  private static let special: Set<Character> = [
    "\\", "`", "*", "_", "{", "}", "[", "]", "(", ")", "#", "+", "-", "!", "|", "~", "@", ":",
  ]

  /// Every character that could be markup behind a backslash, HTML's as entities.
  static func escaped(_ text: String) -> String {
    var result = ""
    for character in PlainText.plain(text) {
      switch character {
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "&": result += "&amp;"
      // A backslash does not stop a mention or a bare address.
      case "@": result += "&#64;"
      case ":": result += "&#58;"
      default: result += special.contains(character) ? "\\\(character)" : String(character)
      }
    }
    return result
  }
}
