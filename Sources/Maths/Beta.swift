/// A beta distribution on 0...1.
public struct Beta: Equatable, Sendable {
  public let a: Double
  public let b: Double

  /// - Precondition: `a` and `b` are above 0.
  public init(a: Double, b: Double) {
    precondition(a > 0 && b > 0, "a beta distribution needs a and b above 0")
    self.a = a
    self.b = b
  }

  /// The probability of a value of at most `x`: the regularised incomplete beta function.
  ///
  /// - Source: Press et al., "Numerical Recipes", 3rd edition, 6.4: the continued fraction by Lentz's method.
  public func cumulative(_ x: Double) -> Double {
    guard x > 0 else { return x.isNaN ? .nan : 0 }
    guard x < 1 else { return 1 }
    // The fraction converges fast only below the mean.
    if x < (a + 1) / (a + b + 2) { return mass(x) * Self.fraction(x, a, b) / a }
    return 1 - mass(x) * Self.fraction(1 - x, b, a) / b
  }

  /// The value below which a share `p` of the distribution lies, to about 1e-14 in relative terms; NaN outside 0...1.
  ///
  /// Newton's steps, each kept inside a bracket that only shrinks.
  public func quantile(_ p: Double) -> Double {
    guard p > 0, p < 1 else { return p == 0 ? 0 : p == 1 ? 1 : .nan }
    var low = 0.0
    var high = 1.0
    var x = a / (a + b)
    for _ in 0..<200 {
      let excess = cumulative(x) - p
      if excess == 0 { return x }
      if excess < 0 { low = x } else { high = x }
      let density = mass(x) / (x * (1 - x))
      var next = x - excess / density
      if !(next > low && next < high) { next = 0.5 * (low + high) }
      if abs(next - x) <= 2e-16 * x { return next }
      x = next
    }
    return x
  }

  /// x^a (1 - x)^b over the beta function: the density times x (1 - x).
  private func mass(_ x: Double) -> Double {
    let logBeta = Elementary.logGamma(a) + Elementary.logGamma(b) - Elementary.logGamma(a + b)
    return Elementary.exp(a * Elementary.log(x) + b * Elementary.log1p(-x) - logBeta)
  }

  private static func fraction(_ x: Double, _ a: Double, _ b: Double) -> Double {
    // Stands for 0 in a denominator.
    let tiny = 1e-300
    func kept(_ value: Double) -> Double { abs(value) < tiny ? tiny : value }
    var c = 1.0
    var d = 1 / kept(1 - (a + b) * x / (a + 1))
    var result = d
    // About the root of max(a, b) terms are needed: this is enough for 1e8.
    for term in 1...20_000 {
      let m = Double(term)
      let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
      d = 1 / kept(1 + even * d)
      c = kept(1 + even / c)
      result *= d * c
      let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
      d = 1 / kept(1 + odd * d)
      c = kept(1 + odd / c)
      let change = d * c
      result *= change
      if abs(change - 1) < 1e-16 { break }
    }
    return result
  }
}
