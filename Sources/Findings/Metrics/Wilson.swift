import Maths

/// The score interval of a share: shorter than the exact one, and near its level on average, not at least there.
///
/// - Source: Wilson, Journal of the American Statistical Association 22, 1927.
public enum Wilson {
  /// - Parameters:
  ///   - successes: in `0...trials`.
  ///   - trials: 0 or more; with 0 nothing is known and the interval is 0...1.
  ///   - level: in 0..<1.
  /// - Returns: Its ends, in 0...1.
  public static func interval(successes: Int, trials: Int, level: Double = 0.95) -> ClosedRange<Double> {
    precondition(successes >= 0 && successes <= trials, "successes are a part of the trials")
    guard trials > 0 else { return 0...1 }
    let z = Normal.standard.quantile(0.5 + level / 2)
    let n = Double(trials)
    let share = Double(successes) / n
    let scale = 1 + z * z / n
    let centre = (share + z * z / (2 * n)) / scale
    let reach = z * (share * (1 - share) / n + z * z / (4 * n * n)).squareRoot() / scale
    return (successes == 0 ? 0 : max(0, centre - reach))...(successes == trials ? 1 : min(1, centre + reach))
  }
}
