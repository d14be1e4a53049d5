import Maths

/// The rank test of whether members score higher than non-members.
///
/// - Source: Mann and Whitney, Annals of Mathematical Statistics 18, 1947; variance with ties as in Lehmann,
///   "Nonparametrics", 1975.
public struct MannWhitney: Equatable, Sendable {
  /// Won pairs of a member and a non-member, ties counting half.
  public let u: Double
  /// One-sided, of no higher scores, normal with a correction for continuity; nil where a side is empty.
  public let pGreater: Double?
  /// Two-sided, likewise.
  public let pTwoSided: Double?
  /// Two-sided without that correction; nil besides where all scores are equal.
  public let pTwoSidedUncorrected: Double?
  /// Two-sided over all orders; nil with ties or with more than ``exactLimit`` on a side.
  public let pTwoSidedExact: Double?

  /// The most on a side for the exact test.
  public static let exactLimit = 50

  /// - Parameters:
  ///   - scores: N, none NaN; infinities are ranked.
  ///   - truths: N memberships.
  public init(scores: [Double], truths: [Bool]) {
    precondition(scores.count == truths.count, "each score needs a truth")
    let roc = ROC(scores: scores, truths: truths)
    let (members, nonMembers) = (roc.members, roc.nonMembers)
    var twice = 0
    var ties = 0.0
    for (before, after) in zip(roc.points, roc.points.dropFirst()) {
      twice += (after.fp - before.fp) * (after.tp + before.tp)
      let tied = Double(after.tp - before.tp + after.fp - before.fp)
      ties += tied * (tied * tied - 1)
    }
    u = Double(twice) / 2
    guard members > 0, nonMembers > 0 else {
      (pGreater, pTwoSided, pTwoSidedUncorrected, pTwoSidedExact) = (nil, nil, nil, nil)
      return
    }
    let pairs = Double(members) * Double(nonMembers)
    let count = Double(truths.count)
    let deviation = (pairs / 12 * (count + 1 - ties / (count * (count - 1)))).squareRoot()
    let excess = u - pairs / 2
    pGreater = Self.above(excess - 0.5, deviation)
    pTwoSided = Self.above(abs(excess) - 0.5, deviation).map { min(1, 2 * $0) }
    pTwoSidedUncorrected = deviation > 0 ? Self.above(abs(excess), deviation).map { min(1, 2 * $0) } : nil
    let isExact = ties == 0 && max(members, nonMembers) <= Self.exactLimit
    pTwoSidedExact = isExact ? Self.exact(won: Int(max(u, pairs - u)), members, nonMembers) : nil
  }

  private static func above(_ excess: Double, _ deviation: Double) -> Double? {
    // Where nothing varies, the corrected excess is below 0: nothing speaks against equal scores.
    deviation > 0 ? Normal.standard.survival(excess / deviation) : 1
  }

  /// Twice the share of orders that win at least as many pairs.
  private static func exact(won: Int, _ members: Int, _ nonMembers: Int) -> Double {
    let pairs = members * nonMembers
    // Shares of orders by won pairs: the product of (1 - q^(n+i)) / (1 - q^i) over i, divided as it grows so that the
    // numbers stay in range.
    var shares = [Double](repeating: 0, count: pairs + 1)
    shares[0] = 1
    for i in 1...members {
      let step = nonMembers + i
      if step <= pairs {
        for place in stride(from: pairs, through: step, by: -1) { shares[place] -= shares[place - step] }
      }
      if i <= pairs { for place in i...pairs { shares[place] += shares[place - i] } }
      let growth = Double(i) / Double(step)
      for place in shares.indices { shares[place] *= growth }
    }
    // Symmetric: small counts are exact where large ones have lost digits.
    return min(1, 2 * shares[0...(pairs - won)].reduce(0, +))
  }
}
