/// Which false-positive rates the numbers of non-members can tell.
///
/// A rate x is resolved when it stands for at least one distinct non-member subject and for at least ten effective
/// (target, record) pairs.
///
/// Effective pairs are the pairs over the design effect: the variance of the false-positive rate at the lowest
/// threshold within the limit, as the clustered bootstrap gives it (in closed form, ``CrossedVariance``), over the
/// variance that independent pairs would have; at least 1. Where no non-member lies at or above that threshold, the
/// next one with a false positive is used.
struct Resolution: Equatable, Sendable {
  /// The limits of every report.
  static let limits = [0.001, 0.01, 0.05, 0.1]

  /// The limits of every report with further ones, ascending.
  static func limits(with further: [Double]) -> [Double] {
    (limits + further.filter { !limits.contains($0) }).sorted()
  }

  /// Of some limits, those of every report: what verdicts rest on is fixed before anyone asks for more.
  static func ofReports(_ resolutions: [Resolution]) -> [Resolution] {
    resolutions.filter { limits.contains($0.limit) }
  }

  /// Fewer would leave the rate to chance.
  private static let leastSubjects = 1.0
  private static let leastPairs = 10.0
  /// So that 0.001 of 10,000 is enough in binary too.
  private static let rounding = 1e-9

  let limit: Double
  let designEffect: Double
  let isResolved: Bool

  /// - Parameters:
  ///   - limit: x, in 0...1.
  ///   - variance: of the false-positive rate, redrawing what is shared.
  ///   - rate: the false-positive rate that the variance is of.
  ///   - pairs: (target, record) pairs of non-members.
  ///   - subjects: distinct ones of each side; without members nothing is resolved.
  init(limit: Double, variance: Double, rate: Double, pairs: Int, subjects: (members: Int, nonMembers: Int)) {
    let independent = rate * (1 - rate) / Double(pairs)
    let effect = independent > 0 ? max(1, variance / independent) : 1
    self.limit = limit
    designEffect = effect
    let room = 1 + Self.rounding
    isResolved =
      subjects.members > 0
      && Double(subjects.nonMembers) * limit * room >= Self.leastSubjects
      && Double(pairs) / effect * limit * room >= Self.leastPairs
  }
}
