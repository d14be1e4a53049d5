/// The receiver operating characteristic of one list of scores: true against false positives at every threshold.
///
/// Thresholds lie only at distinct scores, so tied scores are accused together; nothing is interpolated. Infinities are
/// valid scores.
public struct ROC: Equatable, Sendable {
  /// The counts at or above one threshold.
  public struct Point: Equatable, Sendable {
    /// Records that score this or more are accused; infinity, and nobody, at the first point.
    public let threshold: Double
    /// Members at or above it.
    public let tp: Int
    /// Non-members at or above it.
    public let fp: Int

    init(threshold: Double, tp: Int, fp: Int) {
      self.threshold = threshold
      self.tp = tp
      self.fp = fp
    }
  }

  /// Nobody accused first, everybody last; thresholds fall strictly after the first point.
  public let points: [Point]
  public let members: Int
  public let nonMembers: Int
  /// The share of (member, non-member) pairs in which the member scores higher, a tie counting half; NaN without pairs.
  public let auc: Double

  /// - Parameters:
  ///   - scores: N, none NaN; higher means likelier a member.
  ///   - truths: N memberships.
  public init(scores: [Double], truths: [Bool]) {
    self.init(scores: scores, truths: truths, order: ScoreOrder(scores))
  }

  /// The same with the order at hand.
  init(scores: [Double], truths: [Bool], order: ScoreOrder) {
    precondition(scores.count == truths.count, "each score needs a truth")
    var points = [Point(threshold: .infinity, tp: 0, fp: 0)]
    var tp = 0
    var fp = 0
    // Twice the count of won pairs, so that halves are whole numbers.
    var twice = 0
    for (place, isLast) in zip(order.places, order.isLastOfTie) {
      let index = Int(place)
      if truths[index] { tp += 1 } else { fp += 1 }
      guard isLast, let before = points.last else { continue }
      twice += (fp - before.fp) * (tp + before.tp)
      points.append(Point(threshold: scores[index], tp: tp, fp: fp))
    }
    self.points = points
    members = tp
    nonMembers = fp
    auc = Double(twice) / (2 * Double(tp) * Double(fp))
  }

  /// The most members found with a false-positive rate of at most `limit`, in 0...1; of equal ones the fewest accused.
  public func point(within limit: Double) -> Point {
    let tp = widestPoint(within: limit).tp
    // Counts never fall along the points.
    return points.first { $0.tp == tp } ?? points[0]
  }

  /// The last point within the limit.
  func widestPoint(within limit: Double) -> Point {
    let allowed = ROC.allowed(limit, of: nonMembers)
    var low = 0
    var high = points.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if points[middle].fp <= allowed { low = middle } else { high = middle }
    }
    return points[low]
  }

  /// TPR of a point; NaN without members.
  public func tpr(_ point: Point) -> Double { Double(point.tp) / Double(members) }
  /// FPR of a point; NaN without non-members.
  public func fpr(_ point: Point) -> Double { Double(point.fp) / Double(nonMembers) }

  /// The largest TPR - FPR; NaN without members or without non-members.
  public var advantageMax: Double { largest { tpr($0) - fpr($0) } }
  /// The largest (TPR + 1 - FPR) / 2; NaN likewise.
  public var balancedAccuracyMax: Double { largest { (tpr($0) + 1 - fpr($0)) / 2 } }

  private func largest(_ value: (Point) -> Double) -> Double {
    members > 0 && nonMembers > 0 ? points.reduce(-.infinity) { max($0, value($1)) } : .nan
  }

  /// The largest count whose share of `total`, as a double, is at most `limit`.
  static func allowed(_ limit: Double, of total: Int) -> Int {
    guard total > 0 else { return 0 }
    var count = Int(limit * Double(total))
    while count < total, Double(count + 1) / Double(total) <= limit { count += 1 }
    while count > 0, Double(count) / Double(total) > limit { count -= 1 }
    return count
  }
}
