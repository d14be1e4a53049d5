import Maths

/// Tests and bounds of bootstrapped figures.
enum Significance {
  /// Below it a p-value counts as a leak shown.
  static let level = 0.05

  /// The p-values of a figure against its value under no leak.
  ///
  /// - Parameters:
  ///   - value: the figure.
  ///   - null: its value under no leak.
  ///   - law: of its error; a deviation of 0 (all replicates agree, such as at an area of 1) says nothing.
  ///   - fallback: the deviation under no leak of as many independent subjects, used then.
  /// - Returns: Of a value above, and of one on either side.
  static func p(
    _ value: Double, null: Double, _ law: ErrorLaw, fallback: Double
  ) -> (above: Double, twoSided: Double) {
    guard !value.isNaN, !fallback.isNaN else { return (1, 1) }
    let own = law.deviation > 0 ? law : ErrorLaw(deviation: fallback)
    let p = own.p(value - null)
    return (value > null ? p / 2 : 1 - p / 2, p)
  }

  /// An interval of no width at 0 or 1, opened to the exact bound of as many subjects: 0.025^(1/n).
  ///
  /// There every replicate agrees, and the bootstrap would claim certainty.
  static func widened(_ interval: ClosedRange<Double>, value: Double, subjects: Int) -> ClosedRange<Double> {
    guard interval.lowerBound == interval.upperBound, value == 0 || value == 1 else { return interval }
    return ClopperPearson.interval(successes: value == 1 ? subjects : 0, trials: subjects)
  }
}
