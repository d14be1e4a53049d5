import Maths

/// Tests and bounds of bootstrapped figures.
enum Significance {
  /// Below it a p-value counts as a leak shown.
  static let level = 0.05

  /// The p-values of a figure against its value under no leak, from the normal.
  ///
  /// - Parameters:
  ///   - value: the figure.
  ///   - null: its value under no leak.
  ///   - deviation: the bootstrap's; where it is 0 (all replicates agree, such as at an area of 1) it says nothing.
  ///   - fallback: the deviation under no leak of as many independent subjects, used then.
  /// - Returns: Of a value above, and of one on either side.
  static func p(
    _ value: Double, null: Double, deviation: Double, fallback: Double
  ) -> (above: Double, twoSided: Double) {
    guard !value.isNaN, !fallback.isNaN else { return (1, 1) }
    let z = (value - null) / (deviation > 0 ? deviation : fallback)
    return (Normal.standard.survival(z), min(1, 2 * Normal.standard.survival(abs(z))))
  }

  /// An interval of no width at 0 or 1, opened to the exact bound of as many subjects: 0.025^(1/n).
  ///
  /// There every replicate agrees, and the bootstrap would claim certainty.
  static func widened(_ interval: ClosedRange<Double>, value: Double, subjects: Int) -> ClosedRange<Double> {
    guard interval.lowerBound == interval.upperBound, value == 0 || value == 1 else { return interval }
    return ClopperPearson.interval(successes: value == 1 ? subjects : 0, trials: subjects)
  }
}
