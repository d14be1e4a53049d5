public import Study

/// The rating of one cell, and by which rule it came.
public struct TargetRating: Codable, Equatable, Sendable {
  /// ``CellResult/id``.
  public var cell: String
  public var rating: Rating
  public var grade: LeakageGrade
  public var sensitivity: Sensitivity
  /// The level that the rating is for: the planned or present release.
  public var level: AccessLevel
  /// Each step that led to the rating, in order, with its numbers.
  public var steps: [Step]
  public var confidence: Confidence
  /// What it would be at each level of access.
  public var levels: [LevelRating]

  public enum Confidence: String, Codable, CaseIterable, Sendable { case high, medium, low }

  /// One rule that applied.
  public struct Step: Codable, Equatable, Sendable {
    /// Names a rule of the rubric, such as `grade-ratio`, `matrix`, `exposure-shift`, `limit-g0`, `prior-raise`.
    public var rule: String
    /// What it compared, by name; the template of the rule prints them.
    public var numbers: [String: Double]
    /// What it was about, such as checks that failed or a group.
    public var names: [String]
    /// What stood after it: a grade or a rating.
    public var outcome: String
    public init(rule: String, numbers: [String: Double] = [:], names: [String] = [], outcome: String) {
      self.rule = rule
      self.names = names
      self.numbers = numbers
      self.outcome = outcome
    }
  }

  public init(
    cell: String, rating: Rating, grade: LeakageGrade, sensitivity: Sensitivity, level: AccessLevel, steps: [Step],
    confidence: Confidence, levels: [LevelRating]
  ) {
    self.cell = cell
    self.rating = rating
    self.grade = grade
    self.sensitivity = sensitivity
    self.level = level
    self.steps = steps
    self.confidence = confidence
    self.levels = levels
  }
}

/// What leaks to an outsider at one level of access, and whether the model may be given away so far.
public struct LevelRating: Codable, Equatable, Sendable {
  public var level: AccessLevel
  /// What was measured at this level; null where no attack for it or for less has run.
  @Null public var measured: Measured?
  public var grade: LeakageGrade
  public var rating: Rating
  /// Whether the figure is that of a lower level and so a lower bound, no attack for this level having run.
  public var isLowerBound: Bool
  public var decision: Decision
  /// Names of conditions of the facts on sharing.
  public var conditions: [String]
  /// Names of roles that must approve.
  public var approvals: [String]
  /// Tests that the facts demand before this level, and that have not run.
  public var missingTests: [String]
  /// `yyyy-mm-dd`; null where the study has no date or the next review has none.
  @Null public var review: String?

  public enum Decision: String, Codable, CaseIterable, Sendable {
    case share, conditions, review
    case doNotShare = "do-not-share"
  }

  /// The strongest attack that this level allows.
  public struct Measured: Codable, Equatable, Sendable {
    /// ``AttackResult/id``; of a chosen attack, of the one chosen most often.
    public var attack: String
    /// What the figure was measured at.
    public var access: Access
    public var auc: Estimate
    /// The smallest resolved rate of wrong accusations and the share found there; null where none is resolved.
    @Null public var rate: Rate?

    public struct Rate: Codable, Equatable, Sendable {
      public var fprLimit: Double
      public var found: Estimate
      public init(fprLimit: Double, found: Estimate) {
        self.fprLimit = fprLimit
        self.found = found
      }
      public init(_ point: OperatingPoint) {
        self.init(fprLimit: point.fprLimit, found: Estimate(point))
      }
    }

    public init(attack: String, access: Access, auc: Estimate, rate: Rate?) {
      self.attack = attack
      self.access = access
      self.auc = auc
      self.rate = rate
    }
  }

  public init(
    level: AccessLevel, measured: Measured?, grade: LeakageGrade, rating: Rating, isLowerBound: Bool,
    decision: Decision, conditions: [String], approvals: [String], missingTests: [String], review: String?
  ) {
    self.level = level
    self.measured = measured
    self.grade = grade
    self.rating = rating
    self.isLowerBound = isLowerBound
    self.decision = decision
    self.conditions = conditions
    self.approvals = approvals
    self.missingTests = missingTests
    self.review = review
  }
}
