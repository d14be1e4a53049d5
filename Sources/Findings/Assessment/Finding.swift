/// One rated statement of the report, with its evidence and what to do.
public struct Finding: Codable, Equatable, Sendable {
  /// `F-01` ..., in the order of gravity.
  public var id: String
  /// Which template words it.
  public var kind: Kind
  /// Of the gravest of ``cells``; null where nothing is rated.
  @Null public var rating: Rating?
  @Null public var confidence: TargetRating.Confidence?
  /// ``CellResult/id`` of the targets that it is about, the gravest first.
  public var cells: [String]
  /// The numbers that its sentences print, by name.
  public var evidence: [String: Estimate]
  /// Of the cell that the numbers are from; null where no rate is resolved.
  @Null public var point: OperatingPoint?
  /// ``AttackResult/id`` of the attacks that the numbers are of: the one that shows the leak; of masking the blinded one,
  /// then the one that still stands.
  public var attacks: [String]
  /// Names of groups that are exposed more than the others (never a record).
  public var groups: [String]
  public var likelihood: Degree
  public var impact: Degree
  /// Ids of remedies of the facts, in order.
  public var actions: [String]
  /// Ids of the facts' framework entries and their sub-entries, such as `nist-ai-rmf: MEASURE 2.10`.
  public var references: [String]
  /// What to run after the fix.
  public var verification: String

  /// What it says, the gravest first where ratings are equal.
  public enum Kind: String, Codable, CaseIterable, Sendable {
    /// Members of one model on one dataset can be told.
    case leak
    /// Groups are found more often than all others.
    case groupLeak = "group-leak"
    /// A defence lessens one attack and leaves another as it was.
    case masking
    /// A check of the test itself did not hold.
    case checkFailed = "check-failed"
    /// Leaks that are shown but too uncertain to grade.
    case ungradedLeak = "ungraded-leak"
    /// Too few people or models to judge.
    case insufficient
    /// Leaks that are rated Low or Minimal.
    case slightLeak = "slight-leak"
    /// Good news: with a defence, no leak is shown where there was one.
    case defenceWorks = "defence-works"
    /// Good news: no leak is shown without any defence.
    case noLeak = "no-leak"
  }

  /// Likelihood follows the leakage grade, impact the sensitivity: see ``FindingMaker``.
  public enum Degree: String, Codable, CaseIterable, Sendable { case high, medium, low, unknown }

  public init(
    id: String, kind: Kind, rating: Rating?, confidence: TargetRating.Confidence?, cells: [String],
    evidence: [String: Estimate], point: OperatingPoint?, attacks: [String] = [], groups: [String], likelihood: Degree,
    impact: Degree,
    actions: [String], references: [String], verification: String
  ) {
    self.id = id
    self.kind = kind
    self.rating = rating
    self.confidence = confidence
    self.cells = cells
    self.evidence = evidence
    self.point = point
    self.attacks = attacks
    self.groups = groups
    self.likelihood = likelihood
    self.impact = impact
    self.actions = actions
    self.references = references
    self.verification = verification
  }
}
