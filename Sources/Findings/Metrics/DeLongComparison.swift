import Maths

/// Two attacks on the same records of one target, compared by their areas.
///
/// - Source: DeLong, DeLong and Clarke-Pearson, Biometrics 44, 1988, the paired test.
public struct DeLongComparison: Equatable, Sendable {
  /// The first area less the second.
  public let difference: Double
  /// Of the two areas.
  public let covariance: Double
  /// Of the difference.
  public let variance: Double

  /// - Parameters:
  ///   - first: N scores, none NaN.
  ///   - second: N scores of the same records.
  ///   - truths: N memberships, two or more of each kind.
  public init(_ first: [Double], _ second: [Double], truths: [Bool]) {
    let one = Placements(truths: truths, order: ScoreOrder(first))
    let other = Placements(truths: truths, order: ScoreOrder(second))
    precondition(min(one.members, one.nonMembers) > 1, "a comparison needs two members and two non-members")
    difference = one.auc - other.auc
    covariance = Self.covariance(one, other, truths)
    // Squares of differences, not a difference of sums, so that equal attacks give exactly 0.
    var squares = (members: 0.0, nonMembers: 0.0)
    for (record, isMember) in truths.enumerated() {
      let excess = (one.values[record] - other.values[record]) - difference
      if isMember { squares.members += excess * excess } else { squares.nonMembers += excess * excess }
    }
    let m = Double(one.members)
    let n = Double(one.nonMembers)
    variance = squares.members / ((m - 1) * m) + squares.nonMembers / ((n - 1) * n)
  }

  private static func covariance(_ one: Placements, _ other: Placements, _ truths: [Bool]) -> Double {
    var products = (members: 0.0, nonMembers: 0.0)
    for (record, isMember) in truths.enumerated() {
      let product = (one.values[record] - one.auc) * (other.values[record] - other.auc)
      if isMember { products.members += product } else { products.nonMembers += product }
    }
    let m = Double(one.members)
    let n = Double(one.nonMembers)
    return products.members / ((m - 1) * m) + products.nonMembers / ((n - 1) * n)
  }

  /// The difference in standard errors; 0 where there is no difference.
  public var z: Double { difference == 0 ? 0 : difference / variance.squareRoot() }
  /// Two-sided, of equal areas.
  public var p: Double { min(1, 2 * Normal.standard.survival(abs(z))) }

  /// The normal interval of the difference.
  public func interval(level: Double = 0.95) -> ClosedRange<Double> {
    let reach = Normal.standard.quantile(0.5 + level / 2) * variance.squareRoot()
    return difference - reach...difference + reach
  }
}
