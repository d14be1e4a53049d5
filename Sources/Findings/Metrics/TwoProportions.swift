import Maths

/// Whether two shares of different records differ.
public struct TwoProportions: Equatable, Sendable {
  /// The pooled statistic, first less second; 0 where no share can vary.
  public let z: Double
  /// Normal, of equal shares.
  public let pTwoSided: Double
  /// Normal, of a first share that is not less.
  public let pLess: Double
  /// Exact, of equal shares (Fisher).
  public let exactTwoSided: Double
  /// Exact, of a first share that is not less.
  public let exactLess: Double

  /// - Parameters:
  ///   - first: successes and trials, trials 1 or more.
  ///   - second: likewise.
  /// - Source: Fisher, "Statistical Methods for Research Workers", 1934, section 21.02; two-sided is the sum of all
  ///   tables that are no more probable.
  public init(_ first: (successes: Int, trials: Int), _ second: (successes: Int, trials: Int)) {
    precondition(first.trials > 0 && second.trials > 0, "a share needs trials")
    let (n, m) = (Double(first.trials), Double(second.trials))
    let pooled = Double(first.successes + second.successes) / (n + m)
    let deviation = (pooled * (1 - pooled) * (1 / n + 1 / m)).squareRoot()
    let difference = Double(first.successes) / n - Double(second.successes) / m
    z = difference == 0 ? 0 : difference / deviation
    pTwoSided = min(1, 2 * Normal.standard.survival(abs(z)))
    pLess = Normal.standard.cumulative(z)
    let all = first.successes + second.successes
    let least = max(0, all - second.trials)
    let masses = (least...min(all, first.trials)).map {
      Elementary.exp(
        Binomial.logChoose(first.trials, $0) + Binomial.logChoose(second.trials, all - $0)
          - Binomial.logChoose(first.trials + second.trials, all))
    }
    let own = masses[first.successes - least]
    // Equal masses differ by rounding.
    let bound = own * (1 + 1e-7)
    exactTwoSided = min(1, masses.filter { $0 <= bound }.reduce(0, +))
    exactLess = min(1, masses[0...(first.successes - least)].reduce(0, +))
  }
}

/// Counts of successes.
enum Binomial {
  /// ln of the number of ways to take `k` of `n`.
  static func logChoose(_ n: Int, _ k: Int) -> Double {
    Elementary.logGamma(Double(n + 1)) - Elementary.logGamma(Double(k + 1)) - Elementary.logGamma(Double(n - k + 1))
  }
}
