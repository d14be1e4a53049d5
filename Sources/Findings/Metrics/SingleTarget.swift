import Maths
public import Study

/// All figures of one attack on one target with too many records to redraw.
///
/// Intervals are to first order what redrawing subjects gives: DeLong's for the area; for a rate the variance of members
/// above the threshold plus that of the threshold, which non-members move and which costs members at the slope of the
/// ROC. With 100,000 records the two differ in the third digit of a width.
///
/// - Cost: O(N) time after sorting and about 150 bytes a record.
/// - Source: Hsieh and Turnbull, "Nonparametric and semiparametric estimation of the receiver operating characteristic
///   curve", Annals of Statistics 24, 1996, theorem 2.2.
public struct SingleTarget: Sendable {
  public let target: TargetResult
  public let headline: Headline
  private let roc: ROC
  private let spread: Spread
  private let start: Double

  /// - Parameters:
  ///   - scores: N, none NaN; higher means likelier a member.
  ///   - truths: N memberships.
  ///   - subjects: N subjects, dense from 0; nil where each record is one.
  ///   - further: false-positive rates to be told besides those of every report, in 0...1.
  public init(scores: [Double], truths: [Bool], subjects: [Int]? = nil, further: [Double] = []) {
    let order = ScoreOrder(scores)
    let roc = ROC(scores: scores, truths: truths, order: order)
    let deLong = DeLong(
      placements: Placements(truths: truths, order: order), truths: truths, subjects: subjects ?? Array(truths.indices))
    let spread = Spread(roc: roc, scores: scores, truths: truths, subjects: subjects)
    let counts = spread.distinct
    let all = Resolution.limits(with: further).map { spread.resolution($0, roc) }
    let points = all.map { spread.point($0.limit, $0.isResolved, roc) }
    let resolutions = Resolution.ofReports(all)
    let smallest = resolutions.first(where: \.isResolved)
    let area = deLong.estimate()
    let (m, n) = (Double(counts.members), Double(counts.nonMembers))
    let areaP = Significance.p(
      roc.auc, null: 0.5, ErrorLaw(deviation: max(0, deLong.variance ?? 0).squareRoot()),
      fallback: ((m + n + 1) / (12 * m * n)).squareRoot()
    ).above
    let rateP = smallest.map { smallest in
      Significance.p(
        roc.tpr(roc.point(within: smallest.limit)), null: smallest.limit,
        ErrorLaw(deviation: spread.deviation(smallest.limit, roc)),
        fallback: (smallest.limit * (1 - smallest.limit) / m).squareRoot()
      ).above
    }
    let p = min(1, 2 * min(areaP, rateP ?? 1))
    headline = Headline(
      auc: area, tpr: points, smallestResolved: smallest?.limit,
      designEffect: (smallest ?? resolutions[resolutions.count - 1]).designEffect, pairs: roc.nonMembers,
      nonMemberSubjects: counts.nonMembers, p: p,
      verdict: smallest == nil ? .insufficientEvidence : p < Significance.level ? .leak : .noLeakShown)
    target = TargetResult(
      target: 0, members: roc.members, nonMembers: roc.nonMembers, auc: area, advantageMax: roc.advantageMax,
      balancedAccuracyMax: roc.balancedAccuracyMax, tpr: points)
    self.roc = roc
    self.spread = spread
    start = smallest?.limit ?? Resolution.limits[Resolution.limits.count - 1]
  }

  /// The ROC from the smallest resolved rate to 1, with its pointwise band.
  public func curve(cell: String, attack: String) -> Curve {
    var curve = Curve(cell: cell, attack: attack, fpr: [], tpr: [], low: [], high: [])
    for limit in RateGrid.curve(from: start) where limit >= start {
      let point = spread.point(limit, true, roc)
      curve.fpr.append(limit)
      curve.tpr.append(point.value)
      curve.low.append(limit < 1 ? point.low : point.value)
      curve.high.append(limit < 1 ? point.high : point.value)
    }
    return curve
  }

  /// The figures by subject; nil where no subject has two records.
  public static func bySubject(
    scores: [Double], truths: [Bool], subjects: [Int], aggregation: Aggregation, further: [Double] = []
  ) -> Headline? {
    SubjectScores(
      scores: [scores], membership: Membership(rows: [truths]), subjects: subjects, aggregation: aggregation
    ).map { bySubject in
      let truths = Array(bySubject.membership.row(0))
      return SingleTarget(scores: bySubject.scores[0], truths: truths, further: further).headline
    }
  }
}

/// How much the rates of one target vary.
private struct Spread: Sendable {
  let distinct: (members: Int, nonMembers: Int)
  /// Nil where each record is a subject.
  private let clusters: Clusters?

  private struct Clusters: Sendable {
    let scores: [Double]
    let truths: [Bool]
    let subjects: [Int]
    let count: Int
  }

  init(roc: ROC, scores: [Double], truths: [Bool], subjects: [Int]?) {
    guard let subjects, let last = subjects.max(), last + 1 < subjects.count else {
      distinct = (roc.members, roc.nonMembers)
      clusters = nil
      return
    }
    var sides = [UInt8](repeating: 0, count: last + 1)
    for (record, truth) in truths.enumerated() { sides[subjects[record]] |= truth ? 1 : 2 }
    distinct = (sides.count { $0 & 1 != 0 }, sides.count { $0 & 2 != 0 })
    clusters = Clusters(scores: scores, truths: truths, subjects: subjects, count: last + 1)
  }

  /// The sampling deviation of the true-positive rate at a limit, the threshold chosen on the same records.
  func deviation(_ limit: Double, _ roc: ROC) -> Double {
    let point = roc.widestPoint(within: limit)
    let upper = min(1, 2 * limit)
    let rise = roc.tpr(roc.widestPoint(within: upper)) - roc.tpr(roc.widestPoint(within: limit / 2))
    let slope = rise / (upper - limit / 2)
    return variance(at: point, roc, member: 1, nonMember: -slope).squareRoot()
  }

  /// Of member * TPR + nonMember * FPR at a fixed threshold.
  private func variance(at point: ROC.Point, _ roc: ROC, member: Double, nonMember: Double) -> Double {
    let (tpr, fpr) = (roc.tpr(point), roc.fpr(point))
    let (m, n) = (Double(roc.members), Double(roc.nonMembers))
    guard let clusters else {
      return member * member * tpr * (1 - tpr) / m + nonMember * nonMember * fpr * (1 - fpr) / n
    }
    var sums = [Double](repeating: 0, count: clusters.count)
    for (record, truth) in clusters.truths.enumerated() {
      let above = clusters.scores[record] >= point.threshold ? 1.0 : 0
      sums[clusters.subjects[record]] += truth ? member * (above - tpr) / m : nonMember * (above - fpr) / n
    }
    let count = Double(clusters.count)
    return sums.reduce(0) { $0 + $1 * $1 } * count / (count - 1)
  }

  func resolution(_ limit: Double, _ roc: ROC) -> Resolution {
    let widest = roc.widestPoint(within: limit)
    let seen = widest.fp > 0 ? widest : roc.points.first { $0.fp > 0 } ?? widest
    let clustered = clusters == nil ? 0 : variance(at: seen, roc, member: 0, nonMember: 1)
    return Resolution(
      limit: limit, variance: clustered, rate: roc.fpr(seen), pairs: roc.nonMembers, subjects: distinct)
  }

  func point(_ limit: Double, _ isResolved: Bool, _ roc: ROC) -> OperatingPoint {
    let point = roc.point(within: limit)
    let value = roc.tpr(point)
    let reach = Normal.standard.quantile(0.975) * deviation(limit, roc)
    let interval = Significance.widened(
      max(0, value - reach)...min(1, value + reach), value: value, subjects: distinct.members)
    return OperatingPoint(
      fprLimit: limit, resolved: isResolved, fpr: roc.fpr(point), tp: point.tp, fp: point.fp, value: value,
      low: interval.lowerBound, high: interval.upperBound, method: .linearised)
  }
}

extension NullResult {
  /// The area of one target's scores under a redrawn membership, by DeLong.
  public init(scores: [Double], truths: [Bool], subjects: [Int]?) {
    let deLong = DeLong(scores: scores, truths: truths, subjects: subjects)
    let p = Significance.p(
      deLong.auc, null: 0.5, ErrorLaw(deviation: max(0, deLong.variance ?? 0).squareRoot()),
      fallback: (1 / (6 * Double(max(1, deLong.leastSubjects)))).squareRoot())
    self.init(auc: deLong.estimate(), p: p.twoSided)
  }
}

extension Utility {
  /// Of one model with too many records to redraw: normal intervals over records outside its training half.
  public init(correct: [Bool], truths: [Bool], labels: [Int], classes: Int) {
    var right = [Double](repeating: 0, count: classes)
    var all = right
    var members = (right: 0.0, all: 0.0)
    var counts = [Int](repeating: 0, count: classes)
    for record in labels.indices {
      let hit = correct[record] ? 1.0 : 0
      counts[labels[record]] += 1
      if truths[record] {
        members.right += hit
        members.all += 1
      } else {
        right[labels[record]] += hit
        all[labels[record]] += 1
      }
    }
    let present = all.indices.filter { all[$0] > 0 }
    let outside = all.reduce(0, +)
    let plain = right.reduce(0, +) / outside
    let recalls = present.map { right[$0] / all[$0] }
    let balanced = recalls.reduce(0, +) / Double(present.count)
    let spread = zip(present, recalls).reduce(0) { $0 + $1.1 * (1 - $1.1) / all[$1.0] }
    self.init(
      accuracy: Self.normal(plain, plain * (1 - plain) / outside),
      balancedAccuracy: Self.normal(balanced, spread / Double(present.count * present.count)),
      majority: Double(counts.max() ?? 0) / Double(labels.count), trainAccuracy: members.right / members.all,
      classes: classes)
  }

  private static func normal(_ value: Double, _ variance: Double) -> Estimate {
    let reach = Normal.standard.quantile(0.975) * variance.squareRoot()
    return Estimate(value: value, low: max(0, value - reach), high: min(1, value + reach), method: .linearised)
  }
}
