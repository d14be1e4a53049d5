public import Findings

/// A comparison as JUnit XML, as CI services read it: one test case a line of the gate, or a difference without a gate.
public enum GateJUnit {
  public static func xml(_ comparison: Comparison) -> String {
    let cases =
      comparison.gate.map { gate in gate.lines.map { testCase($0, excused: gate.onInsufficient == "pass") } }
      ?? comparison.differences.map(testCase)
    let failures = cases.count { $0.kind == .failure }
    let errors = cases.count { $0.kind == .error }
    let skipped = cases.count { $0.kind == .skipped }
    let counts =
      "tests=\"\(cases.count)\" failures=\"\(failures)\" errors=\"\(errors)\" skipped=\"\(skipped)\""
    let name = escaped("rollcall compare: \(comparison.base.name) to \(comparison.current.name)")
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <testsuites name="rollcall" \(counts)>
        <testsuite name="\(name)" \(counts)>
      \(cases.map(\.xml).joined(separator: "\n"))
        </testsuite>
      </testsuites>

      """
  }

  private enum Kind: String { case success, failure, error, skipped }

  private struct Case {
    let kind: Kind
    let xml: String
  }

  /// Insufficient evidence is an error: the test could not tell.
  private static func testCase(_ line: GateReport.Line, excused: Bool) -> Case {
    let kind: Kind =
      switch line.outcome {
      case .passed: .success
      case .failed: .failure
      case .insufficient: excused && line.rule != nil ? .skipped : .error
      }
    let name = [line.text, line.attack ?? ""].filter { !$0.isEmpty }.joined(separator: " | ")
    return testCase(kind, name, line.cell, ComparisonWords.sentence(line))
  }

  private static func testCase(_ one: Difference) -> Case {
    let kind: Kind =
      switch one.verdict {
      case .worse: .failure
      case .unresolved: .skipped
      case .better, .noChangeShown: .success
      }
    let name = [one.quantity.name, one.attack ?? ""].filter { !$0.isEmpty }.joined(separator: " | ")
    let change = "\(one.verdict.word): \(ComparisonWords.signed(one.value, one.low, one.high))"
    return testCase(kind, name, one.cell, one.reason.isEmpty ? change : "\(change); \(one.reason)")
  }

  private static func testCase(_ kind: Kind, _ name: String, _ group: String, _ message: String) -> Case {
    let place = "name=\"\(escaped(name))\" classname=\"\(escaped(group.isEmpty ? "gate" : group))\""
    let xml =
      kind == .success
      ? "    <testcase \(place)><system-out>\(escaped(message))</system-out></testcase>"
      : "    <testcase \(place)><\(kind.rawValue) message=\"\(escaped(message))\"/></testcase>"
    return Case(kind: kind, xml: xml)
  }

  /// For attributes and text alike.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in PlainText.plain(text).unicodeScalars {
      switch scalar {
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "&": result += "&amp;"
      case "\"": result += "&quot;"
      case "'": result += "&apos;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
