import Findings

/// Numbers and verdicts of a comparison in words.
enum ComparisonWords {
  private static let decimals = 3

  static func number(_ value: Double) -> String { NumberStyle.fixed(value, decimals: decimals) }

  /// `+0.012 (−0.003 to +0.027)`.
  static func signed(_ value: Double, _ low: Double, _ high: Double) -> String {
    func sign(_ value: Double) -> String { (value > 0 ? "+" : "") + number(value) }
    return low.isNaN ? sign(value) : "\(sign(value)) (\(sign(low)) to \(sign(high)))"
  }

  /// What a line of a gate measured, with its interval.
  static func interval(_ line: GateReport.Line) -> String {
    if line.quantity == nil { return "" }
    if line.verdict != nil || line.paired != nil { return signed(line.value, line.low, line.high) }
    return "\(number(line.value)) (\(number(line.low)) to \(number(line.high)))"
  }

  /// All of a gate's line but its outcome, in one sentence.
  static func sentence(_ line: GateReport.Line) -> String {
    var parts = [line.text]
    if line.quantity != nil { parts.append("measured \(interval(line))") }
    if let paired = line.paired { parts.append(paired ? "paired" : "unpaired") }
    if line.smallestVisible.isFinite {
      parts.append("a change of \(number(line.smallestVisible)) would have been seen")
    }
    if !line.reason.isEmpty { parts.append(line.reason) }
    return parts.joined(separator: "; ")
  }
}

extension GateReport.Outcome {
  var word: String {
    switch self {
    case .passed: "passed"
    case .failed: "FAILED"
    case .insufficient: "insufficient evidence"
    }
  }
}

extension Difference.Verdict {
  var word: String {
    switch self {
    case .worse: "WORSE"
    case .better: "better"
    case .noChangeShown: "no change shown"
    case .unresolved: "cannot be resolved"
    }
  }
}
