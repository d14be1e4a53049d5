/// The figures of one list of scores, or of two about the same records, under the names of the reference values.
///
/// Rates are in 0...1; what is undefined is null.
public struct ScoreMetrics: Encodable, Equatable, Sendable {
  /// The false-positive rates of the points, as they are written.
  public static let limits = ["0", "0.001", "0.01", "0.05", "0.1"]
  /// With more records the points of the ROC are left out.
  public static let pointLimit = 200

  @Exact public var auc: Double
  public let members: Int
  public let nonMembers: Int
  @Null public var variance: Double?
  /// DeLong's, 95 %, cut to 0...1; nil where the variance is undefined.
  public let interval: ClosedRange<Double>?
  /// One a limit of ``limits``.
  public let points: [RatePoint]
  @Exact public var balancedAccuracyMax: Double
  @Exact public var advantageMax: Double
  public let ranks: MannWhitney
  /// FPR and TPR at every threshold, nobody accused first; nil for many records or without one of the sides.
  public let roc: [[Double]]?
  /// Of two lists.
  public let comparison: ScoreComparison?

  /// - Parameters:
  ///   - scores: N, none NaN; infinities are ranked.
  ///   - second: N scores of the same records by another attack.
  ///   - truths: N memberships, any number of each.
  public init(scores: [Double], second: [Double]? = nil, truths: [Bool]) {
    let roc = ROC(scores: scores, truths: truths)
    let deLong = DeLong(scores: scores, truths: truths)
    auc = roc.auc
    members = roc.members
    nonMembers = roc.nonMembers
    variance = deLong.variance
    interval = deLong.interval()
    points = Self.limits.map { RatePoint(roc, limit: $0) }
    balancedAccuracyMax = roc.balancedAccuracyMax
    advantageMax = roc.advantageMax
    ranks = MannWhitney(scores: scores, truths: truths)
    let isSmall = truths.count <= Self.pointLimit && roc.members > 0 && roc.nonMembers > 0
    self.roc = isSmall ? roc.points.map { [roc.fpr($0), roc.tpr($0)] } : nil
    comparison = second.map { ScoreComparison(scores, $0, truths: truths) }
  }

  private enum Key: String, CodingKey {
    case auc
    case aucAgain = "auc_pROC"
    case members = "n_pos"
    case nonMembers = "n_neg"
    case variance = "delong_var"
    case varianceAgain = "delong_var_numpy"
    case interval = "delong_ci95"
    case points = "tpr_at_fpr"
    case balancedAccuracyMax = "balanced_accuracy_max"
    case advantageMax = "advantage_max"
    case u = "mannwhitney_U_pos"
    case pTwoSided = "mw_p_two_sided_asymptotic_cc"
    case pGreater = "mw_p_greater_asymptotic_cc"
    case pUncorrected = "mw_p_two_sided_asymptotic_nocc"
    case pExact = "mw_p_two_sided_exact"
    case roc = "roc_points_fpr_tpr"
  }

  public func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: Key.self)
    try fields.encode(_auc, forKey: .auc)
    // The reference file holds some figures twice, as two other programs give them: the same names, one value.
    try fields.encode(_auc, forKey: .aucAgain)
    try fields.encode(members, forKey: .members)
    try fields.encode(nonMembers, forKey: .nonMembers)
    try fields.encode(_variance, forKey: .variance)
    try fields.encode(_variance, forKey: .varianceAgain)
    try fields.encode([interval?.lowerBound, interval?.upperBound], forKey: .interval)
    let byLimit = Dictionary(zip(Self.limits, points)) { first, _ in first }
    try fields.encode(byLimit, forKey: .points)
    try fields.encode(_balancedAccuracyMax, forKey: .balancedAccuracyMax)
    try fields.encode(_advantageMax, forKey: .advantageMax)
    try fields.encode(ranks.u, forKey: .u)
    try fields.encode(Null(wrappedValue: ranks.pTwoSided), forKey: .pTwoSided)
    try fields.encode(Null(wrappedValue: ranks.pGreater), forKey: .pGreater)
    try fields.encode(Null(wrappedValue: ranks.pTwoSidedUncorrected), forKey: .pUncorrected)
    try fields.encodeIfPresent(ranks.pTwoSidedExact, forKey: .pExact)
    try fields.encodeIfPresent(roc, forKey: .roc)
    try comparison?.encode(to: encoder)
  }
}
