/// Student's distribution about 0.
public struct StudentT: Equatable, Sendable {
  /// Degrees of freedom, above 0; need not be whole.
  public let freedom: Double

  /// - Precondition: `freedom` is above 0.
  public init(freedom: Double) {
    precondition(freedom > 0, "Student's distribution needs degrees of freedom above 0")
    self.freedom = freedom
  }

  /// The distance from 0 within which a share `level`, in 0...1, of the distribution lies.
  public func reach(level: Double) -> Double {
    // t^2 / (freedom + t^2) has a beta distribution; the other side keeps its digits for wide levels.
    let x = Beta(a: freedom / 2, b: 0.5).quantile(1 - level)
    return (freedom * (1 - x) / x).squareRoot()
  }

  /// The probability of a value farther from 0 than `t`, on either side.
  public func outside(_ t: Double) -> Double { Beta(a: freedom / 2, b: 0.5).cumulative(freedom / (freedom + t * t)) }
}
