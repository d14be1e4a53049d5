import Study

/// `sharing-policy.yaml`: the decisions on access, for machines.
///
/// Texts are quoted as JSON quotes them, which YAML reads the same.
public enum SharingPolicy {
  /// Nil where nothing is rated.
  public static func yaml(_ assessment: Assessment, results: Results) -> String? {
    guard !assessment.targets.isEmpty else { return nil }
    var lines = [
      "# Decisions on access by what was measured; made by Rollcall, a convention of that project.",
      "schema: rollcall/sharing-policy/1", "study: \(quoted(results.name))",
      "date: \(results.date.map(quoted) ?? "null")", "targets:",
    ]
    for target in assessment.targets {
      lines += [
        "  - cell: \(quoted(target.cell))", "    rating: \(target.rating.rawValue)",
        "    sensitivity: \(target.sensitivity.rawValue)", "    release: \(target.level.rawValue)", "    levels:",
      ]
      for level in target.levels { lines += Self.lines(level) }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func lines(_ level: LevelRating) -> [String] {
    var lines = [
      "      - level: \(level.level.rawValue)", "        decision: \(level.decision.rawValue)",
      "        rating: \(level.rating.rawValue)", "        grade: \(level.grade.rawValue)",
    ]
    if let measured = level.measured {
      lines.append("        measured:")
      lines.append("          attack: \(quoted(measured.attack))")
      lines.append("          lower-bound: \(level.isLowerBound)")
      lines.append("          auc: \(interval(measured.auc))")
      if let rate = measured.rate {
        lines.append("          false-positive-rate: \(rate.fprLimit)")
        lines.append("          found: \(interval(rate.found))")
      }
    } else {
      lines.append("        measured: null")
    }
    lines.append("        conditions: \(list(level.conditions))")
    lines.append("        approvals: \(list(level.approvals))")
    lines.append("        tests-not-run: \(list(level.missingTests))")
    lines.append("        review: \(level.review.map(quoted) ?? "null")")
    return lines
  }

  private static func interval(_ estimate: Estimate) -> String {
    "{value: \(number(estimate.value)), low: \(number(estimate.low)), high: \(number(estimate.high)), "
      + "level: \(estimate.level)}"
  }

  private static func number(_ value: Double) -> String { value.isFinite ? "\(value)" : "null" }

  private static func list(_ names: [String]) -> String { "[" + names.map(quoted).joined(separator: ", ") + "]" }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": result += "\\\(scalar)"
      case _
      where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || scalar.value == 0x2028
        || scalar.value == 0x2029 || scalar.value == 0xFEFF:
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
