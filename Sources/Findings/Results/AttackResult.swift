public import Study

/// One attack on one cell.
public struct AttackResult: Codable, Equatable, Sendable {
  public enum Status: String, Codable, Sendable { case done, unavailable }

  /// The attack's name, followed by its parameters where it stands more than once in a manifest; unique in a cell.
  public var id: String
  public var attack: String
  public var parameters: Parameters
  public var access: Access
  public var status: Status
  /// Why it could not be run.
  @Null public var reason: String?
  public var targets: [TargetResult]
  @Null public var headline: Headline?
  /// The same figures with a subject as the unit; null where each record is a person of its own.
  @Null public var subjects: Headline?
  /// The same figures on targets that are no one's reference; null where the manifest asks for none.
  @Null public var independent: Headline?
  /// The attack on redrawn memberships: AUC 0.5 if nothing but membership was measured.
  @Null public var null: NullResult?
  /// At thresholds that an attacker could choose, on other models than the target; empty below four models.
  public var operating: [FixedPoint]

  public init(
    id: String, attack: String, parameters: Parameters, access: Access, status: Status, reason: String?,
    targets: [TargetResult], headline: Headline?, subjects: Headline?, independent: Headline? = nil, null: NullResult?,
    operating: [FixedPoint] = []
  ) {
    self.id = id
    self.attack = attack
    self.parameters = parameters
    self.access = access
    self.status = status
    self.reason = reason
    self.targets = targets
    self.headline = headline
    self.subjects = subjects
    self.independent = independent
    self.null = null
    self.operating = operating
  }
}

/// One attack on one model of a pool.
public struct TargetResult: Codable, Equatable, Sendable {
  public var target: Int
  public var members: Int
  public var nonMembers: Int
  public var auc: Estimate
  /// The largest TPR - FPR over thresholds; chosen on the same records, so it is optimistic.
  @Exact public var advantageMax: Double
  /// The largest (TPR + 1 - FPR) / 2, likewise.
  @Exact public var balancedAccuracyMax: Double
  public var tpr: [OperatingPoint]

  public init(
    target: Int, members: Int, nonMembers: Int, auc: Estimate, advantageMax: Double, balancedAccuracyMax: Double,
    tpr: [OperatingPoint]
  ) {
    self.target = target
    self.members = members
    self.nonMembers = nonMembers
    self.auc = auc
    self.advantageMax = advantageMax
    self.balancedAccuracyMax = balancedAccuracyMax
    self.tpr = tpr
  }
}

/// One attack on all targets of a pool: the figures that a report prints.
public struct Headline: Codable, Equatable, Sendable {
  /// Mean over targets.
  public var auc: Estimate
  /// One threshold over all (target, record) pairs.
  public var tpr: [OperatingPoint]
  /// The limit of the smallest resolved rate, in 0...1; null where none at or below 10 % is resolved.
  @Null public var smallestResolved: Double?
  /// Non-member pairs over effective ones, at the smallest resolved rate; 1 or more.
  @Exact public var designEffect: Double
  public var pairs: Int
  /// Distinct non-member subjects.
  public var nonMemberSubjects: Int
  /// Of no leak, two tests (AUC, TPR at the smallest resolved rate) Bonferroni-adjusted, one-sided.
  @Exact public var p: Double
  public var verdict: Verdict

  public init(
    auc: Estimate, tpr: [OperatingPoint], smallestResolved: Double?, designEffect: Double, pairs: Int,
    nonMemberSubjects: Int, p: Double, verdict: Verdict
  ) {
    self.auc = auc
    self.tpr = tpr
    self.smallestResolved = smallestResolved
    self.designEffect = designEffect
    self.pairs = pairs
    self.nonMemberSubjects = nonMemberSubjects
    self.p = p
    self.verdict = verdict
  }

  /// The point that a report prints: at the smallest resolved rate.
  public var printed: OperatingPoint? { tpr.first { $0.fprLimit == smallestResolved } }
}

/// One attack on a pool whose whole membership was redrawn.
public struct NullResult: Codable, Equatable, Sendable {
  public var auc: Estimate
  /// Two-sided, of AUC 0.5.
  @Exact public var p: Double
  public init(auc: Estimate, p: Double) {
    self.auc = auc
    self.p = p
  }
}
