/// A normal distribution.
public struct Normal: Equatable, Sendable {
  public let mean: Double
  /// The standard deviation, above 0.
  public let deviation: Double

  /// The distribution of mean 0 and deviation 1.
  public static let standard = Normal(mean: 0, deviation: 1)

  /// - Precondition: `deviation` is above 0.
  public init(mean: Double, deviation: Double) {
    precondition(deviation > 0, "a normal needs a deviation above 0")
    self.mean = mean
    self.deviation = deviation
  }

  private static let halfLogTwoPi = 0.91893853320467274178
  private static let rootHalf = 0.70710678118654752440

  /// How many deviations `x` lies above the mean.
  @inlinable
  public func deviations(_ x: Double) -> Double { (x - mean) / deviation }

  /// The natural logarithm of the density at `x`.
  public func logDensity(_ x: Double) -> Double {
    let z = deviations(x)
    return -0.5 * z * z - Elementary.log(deviation) - Self.halfLogTwoPi
  }

  /// The probability of a value above `x`; exact in relative terms until it underflows near 38 deviations.
  public func survival(_ x: Double) -> Double { Self.tail(deviations(x)) }

  /// The probability of a value of at most `x`; exact in relative terms in the lower tail.
  public func cumulative(_ x: Double) -> Double { Self.tail(-deviations(x)) }

  /// The natural logarithm of the probability of a value above `x`.
  ///
  /// The probability itself is 0 beyond 38 deviations and 1 - probability is 1 beyond 8.3; the logarithm goes on
  /// falling, like minus half the square, and is finite up to 1e150 deviations. Below -38 deviations it is 0.
  public func logSurvival(_ x: Double) -> Double {
    let z = deviations(x)
    if z < -1 { return Elementary.log1p(-Self.tail(-z)) }
    if z < 1 { return Elementary.log(Self.tail(z)) }
    return Elementary.log(0.5 * ErrorFunction.erfcx(z * Self.rootHalf)) - 0.5 * z * z
  }

  /// The standard normal's probability above `z`.
  private static func tail(_ z: Double) -> Double {
    if z < 1 { return 0.5 * ErrorFunction.erfc(z * rootHalf) }
    if z > 39 { return 0 }
    // The square in two parts: the rounding of z over root 2 would be multiplied by z z.
    let coarse = (z * 16).rounded(.towardZero) / 16
    let density = Elementary.exp(-0.5 * coarse * coarse) * Elementary.exp(-0.5 * (z - coarse) * (z + coarse))
    return 0.5 * density * ErrorFunction.erfcx(z * rootHalf)
  }
}
