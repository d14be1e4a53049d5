import Study

/// What a gate came to, line by line.
public struct GateReport: Codable, Equatable, Sendable {
  public enum Outcome: String, Codable, Sendable {
    case passed, failed
    case insufficient = "insufficient-evidence"
  }

  public var outcome: Outcome
  /// Whether insufficient lines let a gate pass: `stop` or `pass`.
  public var onInsufficient: String
  public var lines: [Line]

  /// One rule held against one cell or attack.
  public struct Line: Codable, Equatable, Sendable {
    /// Of the gate's file, from 1; null for a line that no rule made.
    @Null public var rule: Int?
    /// The rule in words: `auc at most 0.6`.
    public var text: String
    public var cell: String
    @Null public var attack: String?
    @Null public var quantity: Quantity?
    /// The level, or the change from base to current.
    @Exact public var value: Double
    @Exact public var low: Double
    @Exact public var high: Double
    @Exact public var limit: Double
    /// Two-sided, that the truth lies at the limit; 1 on its good side, NaN where nothing can be said.
    @Exact public var p: Double
    /// Holm-adjusted over the gate.
    @Exact public var adjusted: Double
    /// Of a change: Holm-adjusted over the gate's changes; null for a level.
    @Null public var verdict: Difference.Verdict?
    /// Of a change: the smallest that would have been shown.
    @Exact public var smallestVisible: Double
    @Null public var paired: Bool?
    public var outcome: Outcome
    /// Why the evidence is insufficient; empty where it is not.
    public var reason: String
  }
}

extension GateReport.Line {
  /// A line that the evidence cannot decide.
  init(insufficient reason: String, rule: Int?, text: String, cell: String = "", attack: String? = nil) {
    self.init(
      rule: rule, text: text, cell: cell, attack: attack, quantity: nil, value: .nan, low: .nan, high: .nan,
      limit: .nan, p: .nan, adjusted: .nan, verdict: nil, smallestVisible: .nan, paired: nil, outcome: .insufficient,
      reason: reason)
  }
}

extension GateReport {
  /// Holds a run against a gate.
  ///
  /// A line fails where the limit is shown to be broken: beyond it with a Holm-adjusted p below 0.05 over all lines, so
  /// that a sound release fails by chance once in twenty at most. It passes where its whole 95 % interval keeps the limit;
  /// a gate passes only where each line does, so no adjustment is needed there. What lies between is insufficient.
  ///
  /// - Source: Holm 1979; Berger, Technometrics 24, 1982 (intersection-union tests), for the passing side.
  init(of gate: Gate, on run: ComparedRun, comparison: Comparison, differences: [Difference]) {
    var lines: [Line] = []
    let maker = GateLines(run: run, comparison: comparison)
    for rule in gate.rules where rule.kind == .level { lines += maker.levels(rule) }
    lines += maker.changes(gate.rules.filter { $0.kind == .change }, among: differences)
    lines = Self.adjusted(lines)
    lines += maker.failedChecks(concernBase: gate.rules.contains { $0.kind == .change })
    let isExcused = gate.onInsufficient == .pass
    self.lines = lines
    onInsufficient = gate.onInsufficient.rawValue
    // A failed check makes every number doubtful: no gate passes on it.
    let isOpen = lines.contains { $0.outcome == .insufficient && (!isExcused || $0.rule == nil) }
    outcome = lines.contains { $0.outcome == .failed } ? .failed : isOpen ? .insufficient : .passed
  }

  /// Decides which of the lines are shown to break their limits, as one family.
  private static func adjusted(_ lines: [Line]) -> [Line] {
    var result = lines
    let known = lines.indices.filter { !lines[$0].p.isNaN }
    for (index, p) in zip(known, Adjustment.holm(known.map { lines[$0].p })) {
      result[index].adjusted = p
      guard result[index].outcome == .failed, p >= Significance.level else { continue }
      result[index].outcome = .insufficient
      result[index].reason = "beyond the limit, but so may one of \(known.count) lines be by chance"
    }
    return result
  }
}
