/// How much of a cell's recipe may differ for two runs' cells to be compared.
public enum MatchRule: String, Codable, CaseIterable, Sendable {
  /// Dataset, model, defence and all parameters are the same.
  case exact
  /// Parameters may differ, where each side has one cell of that dataset, model and defence left.
  case recipe
  /// The defence may differ too, where each side has one cell of that dataset and model left.
  case model
}

/// What a release must keep to: limits on levels and on changes, as its author wrote it, typed and checked.
public struct Gate: Equatable, Sendable {
  /// What evidence that decides nothing comes to.
  public enum Insufficient: String, CaseIterable, Sendable {
    /// The gate neither passes nor fails: its exit code is 4.
    case stop
    case pass
  }

  /// Nil where the gate leaves it to the command.
  public var match: MatchRule?
  public var onInsufficient: Insufficient
  public var rules: [Rule]

  /// A limit and what it is for.
  public struct Rule: Equatable, Sendable {
    public enum Figure: String, CaseIterable, Sendable { case auc, tpr, accuracy }
    public enum Kind: String, Sendable { case level, change }

    public var kind: Kind
    public var figure: Figure
    /// The false-positive rate of a TPR.
    public var at: Double?
    /// The most or the least that is allowed.
    ///
    /// Of a level: the most of `auc` and `tpr`, the least of `accuracy`. Of a change: the rise or fall allowed.
    public var limit: Double
    public var selection: Selection
    /// In the gate's file, from 1.
    public var line: Int

    public init(kind: Kind, figure: Figure, at: Double?, limit: Double, selection: Selection, line: Int) {
      self.kind = kind
      self.figure = figure
      self.at = at
      self.limit = limit
      self.selection = selection
      self.line = line
    }
  }

  /// The cells and attacks that a rule is for; an empty list selects all.
  public struct Selection: Equatable, Sendable {
    public var datasets: [String] = []
    public var models: [String] = []
    public var defences: [String] = []
    /// Names or ids.
    public var attacks: [String] = []
    public var access: [Access] = []
    public init() {}
  }

  public init(match: MatchRule?, onInsufficient: Insufficient, rules: [Rule]) {
    self.match = match
    self.onInsufficient = onInsufficient
    self.rules = rules
  }
}
