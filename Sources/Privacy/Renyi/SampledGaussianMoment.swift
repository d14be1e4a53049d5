import Maths

/// The moments of the likelihood ratio between a Gaussian and one that a sampled record may have moved.
///
/// The ratio of (1 - q) N(0, s) + q N(1, s) to N(0, s), to the power alpha, in expectation under N(0, s): the larger of
/// the two directions.
///
/// - Source: Mironov, Talwar and Zhang, "Rényi differential privacy of the sampled Gaussian mechanism", 2019,
///   arXiv:1908.10530, section 3.
struct SampledGaussianMoment {
  let noise: Double
  let rate: Double

  /// Below this noise the trapezium rule needs too many points.
  private static let leastForQuadrature = 0.05

  /// The natural logarithm of the moment of an order above 1.
  func logarithm(order: Double) -> Double {
    if order == order.rounded(), order <= 2_000 { return binomial(Int(order)) }
    return noise < Self.leastForQuadrature ? chord(order) : quadrature(order)
  }

  /// The logarithm is convex in the order: never above the chord between whole orders.
  private func chord(_ order: Double) -> Double {
    let below = order.rounded(.down)
    let share = order - below
    let low = below < 2 ? 0 : binomial(Int(below))
    return (1 - share) * low + share * binomial(Int(below) + 1)
  }

  /// A whole order: the binomial sum, less 1 as long as that can be told apart.
  private func binomial(_ order: Int) -> Double {
    let (logRate, logRest) = (Elementary.log(rate), Elementary.log1p(-rate))
    let top = Elementary.logGamma(Double(order) + 1)
    var terms: [Double] = []
    terms.reserveCapacity(order)
    for k in 2...order {
      let count = Double(k)
      let rest = Double(order - k)
      let choose = top - Elementary.logGamma(count + 1) - Elementary.logGamma(rest + 1)
      let power = count * (count - 1) / (2 * noise * noise)
      // ln(e^power - 1)
      let excess = power > 40 ? power : Elementary.log(Elementary.expm1(power))
      terms.append(choose + count * logRate + rest * logRest + excess)
    }
    return Self.logOnePlusExp(Elementary.logSumExp(terms))
  }

  /// Any order: the trapezium rule, whose error falls exponentially on the whole line.
  ///
  /// The integrand is (1 + u)^alpha - 1 - alpha u for u = rate (ratio - 1): u has mean 0, and nothing cancels.
  private func quadrature(_ order: Double) -> Double {
    let spread = 14 * noise
    // The nearest singularity lies pi noise^2 off the line.
    let step = min(noise / 7, 0.4 * noise * noise)
    let first = Int(((-spread) / step).rounded(.down))
    let last = Int(((order + spread) / step).rounded(.up))
    let logScale = Elementary.log(step / noise) - 0.91893853320467274178
    var terms: [Double] = []
    terms.reserveCapacity(last - first + 1)
    for index in first...last {
      let x = Double(index) * step
      let z = x / noise
      terms.append(logScale - 0.5 * z * z + logExcess(order, power: (x - 0.5) / (noise * noise)))
    }
    return Self.logOnePlusExp(Elementary.logSumExp(terms))
  }

  /// ln((1 + u)^alpha - 1 - alpha u), u = rate (e^power - 1).
  private func logExcess(_ order: Double, power: Double) -> Double {
    if power > 30 {
      let logRatio = power + Elementary.log(rate) + Elementary.log1p((1 - rate) / rate * Elementary.exp(-power))
      // Orders near 1 leave little: (1 + u)^alpha (1 - (1 + alpha u) (1 + u)^-alpha).
      let u = Elementary.exp(logRatio) - 1
      let part = u.isFinite ? (1 + order * u) * Elementary.exp(-order * logRatio) : 0
      return order * logRatio + Elementary.log1p(-min(part, 1))
    }
    let u = rate * Elementary.expm1(power)
    if abs(u) * order < 0.02 { return Self.logSeries(order, u) }
    return Elementary.log(Elementary.expm1(order * Elementary.log1p(u)) - order * u)
  }

  /// The binomial series from its second term on, for small alpha u: the terms left out are below 1e-17 of the sum.
  private static func logSeries(_ order: Double, _ u: Double) -> Double {
    var term = 1.0
    var sum = 1.0
    for k in 3...12 {
      term *= (order - Double(k) + 1) * u / Double(k)
      sum += term
    }
    return Elementary.log(0.5 * order * (order - 1) * u * u * sum)
  }

  /// ln(1 + e^x).
  private static func logOnePlusExp(_ x: Double) -> Double {
    x > 40 ? x + Elementary.exp(-x) : Elementary.log1p(Elementary.exp(x))
  }
}
