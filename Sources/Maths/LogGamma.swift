extension Elementary {
  /// The natural logarithm of the gamma function, for `x` above 0.
  ///
  /// Stirling's series at 10 or more, where the first term left out is below 1e-16; smaller values climb there by the
  /// recurrence.
  ///
  /// - Source: Abramowitz and Stegun, "Handbook of Mathematical Functions", 1964, 6.1.15 and 6.1.41.
  public static func logGamma(_ x: Double) -> Double {
    guard x > 0 else { return x == 0 ? .infinity : .nan }
    var product = 1.0
    var z = x
    while z < 10 {
      product *= z
      z += 1
    }
    let halfLogTwoPi = 0.91893853320467274178
    let r = 1 / (z * z)
    var series = -691.0 / 360_360
    series = series * r + 1.0 / 1188
    series = series * r - 1.0 / 1680
    series = series * r + 1.0 / 1260
    series = series * r - 1.0 / 360
    series = series * r + 1.0 / 12
    return (z - 0.5) * log(z) - z + halfLogTwoPi + series / z - log(product)
  }
}
