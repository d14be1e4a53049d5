import Maths

/// The exact interval of a share, from the beta distribution.
///
/// It covers at least its level for any count, but only where the threshold was fixed without these records.
///
/// - Source: Clopper and Pearson, "The use of confidence or fiducial limits", Biometrika 26, 1934.
public enum ClopperPearson {
  /// - Parameters:
  ///   - successes: in `0...trials`.
  ///   - trials: 0 or more; with 0 nothing is known and the interval is 0...1.
  ///   - level: in 0..<1; each tail has half of the rest.
  /// - Returns: Its ends, in 0...1.
  public static func interval(successes: Int, trials: Int, level: Double = 0.95) -> ClosedRange<Double> {
    interval(successes: Double(successes), trials: Double(trials), level: level)
  }

  /// The same for effective counts, which need not be whole.
  static func interval(successes k: Double, trials n: Double, level: Double) -> ClosedRange<Double> {
    precondition(k >= 0 && k <= n, "successes are a part of the trials")
    let tail = (1 - level) / 2
    let low = k == 0 ? 0 : Beta(a: k, b: n - k + 1).quantile(tail)
    let high = k == n ? 1 : Beta(a: k + 1, b: n - k).quantile(1 - tail)
    return low...high
  }

  /// A share of `successes` in `trials` with its interval; NaN of 0...1 for no trials.
  public static func estimate(successes: Int, trials: Int, level: Double = 0.95) -> Estimate {
    let interval = interval(successes: successes, trials: trials, level: level)
    return Estimate(
      value: Double(successes) / Double(trials), low: interval.lowerBound, high: interval.upperBound, level: level,
      method: .clopperPearson)
  }
}
