public import Study

/// How ratings come about: the file `rating.yaml`, read.
///
/// A convention of this project with published metrics; nobody else's thresholds.
public struct RatingRubric: Sendable {
  /// Least values of the criteria of a grade.
  public struct GradeRule: Sendable {
    public let grade: LeakageGrade
    public let title: String
    /// The share found over the share wrongly accused.
    public let ratio: Double
    public let auc: Double
    public let epsilon: Double
  }

  public struct SensitivityRule: Sendable {
    public let sensitivity: Sensitivity
    public let title: String
    public let examples: [String]
  }

  /// What kind of outsider a level of access lets in, and how many steps that moves a rating.
  public struct ExposureRule: Sendable {
    public let id: String
    public let title: String
    public let levels: [AccessLevel]
    public let shift: Int
  }

  /// Bounds of a rating that no shift may cross.
  public struct Limit: Sendable {
    public let id: String
    /// Empty: all.
    public let grades: [LeakageGrade]
    public let sensitivities: [Sensitivity]
    public let least: Rating?
    public let most: Rating?
  }

  public struct Meaning: Sendable {
    public let rating: Rating
    public let title: String
    /// To act in.
    public let days: Int
    public let release: String
  }

  public let origin: FactOrigin
  /// The gravest first.
  public let grades: [GradeRule]
  /// How far above the rate of wrong accusations the upper end may lie where nothing was found.
  public let mostAboveRate: Double
  public let noneTitle: String
  /// Members that a group needs to count with its own grade.
  public let leastGroup: Int
  public let sensitivities: [SensitivityRule]
  public let exposures: [ExposureRule]
  let matrix: [LeakageGrade: [Sensitivity: Rating]]
  public let limits: [Limit]
  /// What an accusation is worth, at or above which a rating is raised and below which it may be lowered.
  public let raiseFrom: Double
  public let lowerBelow: Double
  public let meanings: [Meaning]

  /// Ratings that something was measured for, from the least grave.
  static let order: [Rating] = [.minimal, .low, .moderate, .high, .critical]

  /// The rating before any shift; `inconclusive` where the grade is.
  public func matrix(_ grade: LeakageGrade, _ sensitivity: Sensitivity) -> Rating {
    matrix[grade]?[sensitivity] ?? .inconclusive
  }

  /// The class of outsiders of a level.
  public func exposure(of level: AccessLevel) -> ExposureRule? { exposures.first { $0.levels.contains(level) } }

  public func meaning(of rating: Rating) -> Meaning? { meanings.first { $0.rating == rating } }
}
