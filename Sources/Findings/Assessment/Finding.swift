public import Study

/// One rated statement of the report, with its evidence and what to do.
public struct Finding: Codable, Equatable, Sendable {
  /// `F-01` ..., in the order of gravity.
  public var id: String
  /// Which template words it: `leak`, `group-leak`, `masking`, `check-failed`, `insufficient` ...
  public var kind: String
  public var rating: Rating
  public var confidence: TargetRating.Confidence
  /// ``CellResult/id`` of the targets that it is about, the gravest first.
  public var cells: [String]
  /// The numbers that its sentences print, by name.
  public var evidence: [String: Estimate]
  /// Of the cell that the numbers are from; null where no rate is resolved.
  @Null public var point: OperatingPoint?
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

  /// In words, as the facts define them.
  public enum Degree: String, Codable, CaseIterable, Sendable { case high, medium, low, unknown }

  public init(
    id: String, kind: String, rating: Rating, confidence: TargetRating.Confidence, cells: [String],
    evidence: [String: Estimate], point: OperatingPoint?, groups: [String], likelihood: Degree, impact: Degree,
    actions: [String], references: [String], verification: String
  ) {
    self.id = id
    self.kind = kind
    self.rating = rating
    self.confidence = confidence
    self.cells = cells
    self.evidence = evidence
    self.point = point
    self.groups = groups
    self.likelihood = likelihood
    self.impact = impact
    self.actions = actions
    self.references = references
    self.verification = verification
  }
}
