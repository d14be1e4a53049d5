/// Exponential and logarithm in plain additions and multiplications.
///
/// glibc picks other code on CPUs with fused multiply-add, and its last bits differ; what is stored or published must
/// not. Errors stay below 2 units in the last place, measured in the tests against the C library.
public enum Elementary {
  /// ln 2 in two parts: the first has 20 trailing zero bits, so that its products with exponents are exact.
  private static let ln2High = 0x1.62e42fee00000p-1
  private static let ln2Low = 0x1.a39ef35793c76p-33

  /// e to the power `x`.
  public static func exp(_ x: Double) -> Double {
    if x.isNaN { return x }
    if x > 709.782712893384 { return .infinity }
    if x < -745.1332191019412 { return 0 }
    let n = (x * 1.4426950408889634).rounded(.toNearestOrEven)
    let r = (x - n * ln2High) - n * ln2Low
    let value = 1 + small(r)
    // Two steps, so that results below the least normal number are rounded once.
    let half = Int(n) / 2
    return value * power(half) * power(Int(n) - half)
  }

  /// e to the power `x`, less 1, exact in relative terms near 0.
  public static func expm1(_ x: Double) -> Double { abs(x) <= 0.3466 ? small(x) : exp(x) - 1 }

  /// e to the power `r`, less 1, on |r| <= 0.3466.
  private static func small(_ r: Double) -> Double {
    // Taylor about 0 on |r| <= 0.3466: the first term left out is below 5e-18.
    var p = 1.0 / 6_227_020_800
    p = p * r + 1.0 / 479_001_600
    p = p * r + 1.0 / 39_916_800
    p = p * r + 1.0 / 3_628_800
    p = p * r + 1.0 / 362_880
    p = p * r + 1.0 / 40_320
    p = p * r + 1.0 / 5_040
    p = p * r + 1.0 / 720
    p = p * r + 1.0 / 120
    p = p * r + 1.0 / 24
    p = p * r + 1.0 / 6
    p = p * r + 0.5
    return r + r * r * p
  }

  /// The natural logarithm of `x`: -infinity at 0, NaN below.
  public static func log(_ x: Double) -> Double {
    if x.isNaN || x < 0 { return .nan }
    if x == 0 { return -.infinity }
    if x == .infinity { return x }
    var exponent = Double(x.exponent)
    var m = x.significand
    if m > 1.4142135623730951 {
      m *= 0.5
      exponent += 1
    }
    let f = m - 1
    let s = f / (2 + f)
    let z = s * s
    // 2 artanh(s) on |s| <= 0.1716: the first term left out is below 1e-19.
    var p = 2.0 / 25
    p = p * z + 2.0 / 23
    p = p * z + 2.0 / 21
    p = p * z + 2.0 / 19
    p = p * z + 2.0 / 17
    p = p * z + 2.0 / 15
    p = p * z + 2.0 / 13
    p = p * z + 2.0 / 11
    p = p * z + 2.0 / 9
    p = p * z + 2.0 / 7
    p = p * z + 2.0 / 5
    p = p * z + 2.0 / 3
    let halfSquare = 0.5 * f * f
    let tail = s * (halfSquare + p * z)
    return exponent * ln2High - ((halfSquare - (tail + exponent * ln2Low)) - f)
  }

  /// ln(1 + x), exact in relative terms near 0.
  public static func log1p(_ x: Double) -> Double {
    let u = 1 + x
    if u == 1 { return x }
    if !u.isFinite || u <= 0 { return log(u) }
    // The rounding of 1 + x is made good to first order.
    return log(u) + (x - (u - 1)) / u
  }

  /// The logarithm to base 10.
  public static func log10(_ x: Double) -> Double { log(x) * 0.4342944819032518 }

  /// ln(sum of e^v); -infinity for no values.
  @inlinable
  public static func logSumExp(_ values: some Sequence<Double>) -> Double {
    var peak = -Double.infinity
    for value in values where value > peak { peak = value }
    guard peak > -.infinity, peak < .infinity else { return peak }
    var sum = 0.0
    for value in values { sum += exp(value - peak) }
    return peak + log(sum)
  }

  /// 2 to the power `n`, for `n` in -1022...1023.
  private static func power(_ n: Int) -> Double { Double(bitPattern: UInt64(n + 1023) << 52) }
}
