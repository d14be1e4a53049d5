public import Study

/// Two runs side by side: what changed, what did not, and what cannot be said.
public struct Comparison: Codable, Equatable, Sendable {
  public static let schemaName = "rollcall/comparison/1"

  public var schema: String
  public var base: Facts
  public var current: Facts
  public var match: MatchRule
  /// Holm-adjusted as one family: per matched cell its accuracy, and per attack its AUC and its TPR at the smallest
  /// rate that both runs resolve.
  public var differences: [Difference]
  public var unmatched: [Unmatched]
  /// Null without a gate.
  @Null public var gate: GateReport?

  /// Which run a side is.
  public struct Facts: Codable, Equatable, Sendable {
    public var name: String
    public var seed: UInt64
    public var models: Int
    public var cells: Int
    /// Validity checks that failed.
    public var failedChecks: [String]
    /// Whether the run kept its replicates.
    public var hasReplicates: Bool

    init(_ run: ComparedRun) {
      name = run.results.name
      seed = run.results.seed
      models = run.results.pool.models
      cells = run.results.cells.count
      failedChecks = run.results.checks.filter { $0.verdict == .failed }.map(\.name)
      hasReplicates = run.replicates != nil
    }
  }

  /// Compares two runs.
  ///
  /// - Parameters:
  ///   - base: what is released already.
  ///   - current: what would take its place.
  ///   - match: how much of a cell's recipe may differ; nil leaves it to the gate.
  ///   - gate: what the current run is held against, if anything.
  public init(base: ComparedRun, current: ComparedRun, match: MatchRule? = nil, gate: Gate? = nil) {
    let rule = match ?? gate?.match ?? .exact
    let matching = CellMatching(base: base, current: current, rule: rule)
    var found = CellDifferences()
    for pair in matching.pairs { found.add(pair, base: base, current: current) }
    schema = Self.schemaName
    self.base = Facts(base)
    self.current = Facts(current)
    self.match = rule
    differences = Difference.judged(found.family)
    unmatched = matching.unmatched + found.unmatched
    self.gate = nil
    guard let gate else { return }
    self.gate = GateReport(
      of: gate, on: current, comparison: self, differences: found.family + found.others)
  }
}
