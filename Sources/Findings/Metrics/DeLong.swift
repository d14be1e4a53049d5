import Maths

/// The variance of one target's area under the ROC, from each record's placement among the other side.
///
/// - Source: DeLong, DeLong and Clarke-Pearson, Biometrics 44, 1988; with several records a subject, Obuchowski,
///   Biometrics 53, 1997, which is the same where no subject repeats.
public struct DeLong: Equatable, Sendable {
  public let auc: Double
  /// Of the area; nil where a side has fewer than two subjects.
  public let variance: Double?
  /// Whether some subject has more than one record.
  public let isClustered: Bool
  /// Distinct subjects on the smaller side.
  public let leastSubjects: Int

  /// - Parameters:
  ///   - scores: N, none NaN.
  ///   - truths: N memberships.
  ///   - subjects: N subjects in `0..<`(any bound); nil where each record is a subject.
  public init(scores: [Double], truths: [Bool], subjects: [Int]? = nil) {
    precondition(scores.count == truths.count, "each score needs a truth")
    self.init(
      placements: Placements(truths: truths, order: ScoreOrder(scores)), truths: truths,
      subjects: subjects ?? Array(truths.indices))
  }

  init(placements: Placements, truths: [Bool], subjects: [Int]) {
    var member = SubjectSums(subjects: subjects)
    var nonMember = member
    for (record, value) in placements.values.enumerated() {
      let excess = value - placements.auc
      if truths[record] { member.add(excess, subjects[record]) } else { nonMember.add(excess, subjects[record]) }
    }
    auc = placements.auc
    isClustered = member.distinct + nonMember.distinct < truths.count
    leastSubjects = min(member.distinct, nonMember.distinct)
    guard leastSubjects > 1 else {
      variance = nil
      return
    }
    let m = Double(placements.members)
    let n = Double(placements.nonMembers)
    // A subject on both sides ties them together; in a pool there is none.
    let either = (0..<member.sums.count).reduce(0) {
      $0 + (member.counts[$1] > 0 || nonMember.counts[$1] > 0 ? 1 : 0)
    }
    var cross = 0.0
    for (one, other) in zip(member.sums, nonMember.sums) { cross += one * other }
    variance =
      member.squares / (m * m) + nonMember.squares / (n * n)
      + 2 * cross / (m * n) * Double(either) / Double(either - 1)
  }

  /// The normal interval within 0...1; nil where the variance is undefined.
  public func interval(level: Double = 0.95) -> ClosedRange<Double>? {
    guard let variance else { return nil }
    let reach = Normal.standard.quantile(0.5 + level / 2) * max(variance, 0).squareRoot()
    return max(0, auc - reach)...min(1, auc + reach)
  }

  /// The area with its interval, never narrower than what the subjects can tell.
  ///
  /// At an area of 1 (or 0) the variance is 0. n = ``leastSubjects`` disjoint comparisons of a member with a non-member
  /// were then all won, so the exact bound of n successes in n, 0.025^(1/n), is the low end. Where the variance is
  /// undefined nothing is known and the interval is 0...1.
  public func estimate(level: Double = 0.95) -> Estimate {
    var low = 0.0
    var high = 1.0
    if let interval = interval(level: level) {
      low = interval.lowerBound
      high = interval.upperBound
      let exact = ClopperPearson.interval(successes: leastSubjects, trials: leastSubjects, level: level).lowerBound
      if auc == 1 { low = exact }
      if auc == 0 { high = 1 - exact }
    }
    return Estimate(value: auc, low: low, high: high, level: level, method: isClustered ? .delongClustered : .delong)
  }
}

/// Sums of one side's excess placements by subject.
private struct SubjectSums {
  var sums: [Double]
  var counts: [Int]

  init(subjects: [Int]) {
    let bound = (subjects.max() ?? -1) + 1
    sums = [Double](repeating: 0, count: bound)
    counts = [Int](repeating: 0, count: bound)
  }

  mutating func add(_ value: Double, _ subject: Int) {
    sums[subject] += value
    counts[subject] += 1
  }

  var distinct: Int { counts.reduce(0) { $0 + ($1 > 0 ? 1 : 0) } }

  /// The sum of squares, with the factor that makes it unbiased.
  var squares: Double {
    let count = Double(distinct)
    return sums.reduce(0) { $0 + $1 * $1 } * count / (count - 1)
  }
}
