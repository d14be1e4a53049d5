import Maths
public import Study

/// Two attacks, or two defences, on the same records and memberships, compared replicate by replicate.
///
/// Both meet the same redraws of pairs and subjects, so what they share cancels: the interval is that of the difference,
/// narrower than two intervals side by side would suggest.
public struct HeadlineDifference: Codable, Equatable, Sendable {
  /// Of mean areas, second less first.
  public let auc: Estimate
  /// Of true-positive rates over all pairs, one a limit of reports, ascending.
  public let tpr: [Estimate]
  /// Two-sided, of equal areas, normal.
  @Exact public var aucP: Double
  /// Likewise of equal rates.
  public let tprP: [Double]

  /// The false-positive rates of ``tpr``.
  public static let limits = Resolution.limits

  /// - Parameters:
  ///   - first: K x N scores.
  ///   - second: K x N scores of the same records on the same memberships.
  ///   - membership: K x N.
  ///   - subjects: N subjects in `0..<draws.subjects`.
  ///   - draws: of K models and these subjects.
  public init(
    _ first: [[Double]], _ second: [[Double]], membership: Membership, subjects: [Int], draws: BootstrapDraws
  ) {
    let sides = [first, second].map { scores in
      QuarterFigures(
        PoolOrder(scores: scores, membership: membership, subjects: subjects, subjectBound: draws.subjects),
        draws: draws)
    }
    let figures = (0...Self.limits.count).map { Self.difference(sides[0], sides[1], figure: $0, draws) }
    auc = figures[0].estimate
    aucP = figures[0].p
    tpr = figures.dropFirst().map(\.estimate)
    tprP = figures.dropFirst().map(\.p)
  }

  private static func difference(
    _ one: QuarterFigures, _ other: QuarterFigures, figure: Int, _ draws: BootstrapDraws
  ) -> (estimate: Estimate, p: Double) {
    let value = other.values[figure] - one.values[figure]
    let replicates = zip(other.replicates[figure], one.replicates[figure]).map(-)
    var variance = CrossedVariance(pairs: draws.pairs, subjects: draws.subjects)
    let (pairs, subjects) = (Array(0..<draws.pairs), Array(0..<draws.subjects))
    variance.add(other.influences[figure], times: 1, pairs: pairs, subjects: subjects)
    variance.add(one.influences[figure], times: -1, pairs: pairs, subjects: subjects)
    let correction = variance.correction()
    let interval = Percentile.interval(
      replicates, value: value, correction: correction.interval, within: -1...1)
    let deviation = Percentile.deviation(replicates, correction: correction.deviation)
    let p = deviation > 0 ? min(1, 2 * Normal.standard.survival(abs(value) / deviation)) : value == 0 ? 1 : 0
    return (
      Estimate(value: value, low: interval.lowerBound, high: interval.upperBound, method: .bootstrap), p
    )
  }
}
