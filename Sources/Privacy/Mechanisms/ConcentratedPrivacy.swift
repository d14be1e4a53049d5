import Maths

/// Zero-concentrated differential privacy.
///
/// - Source: Bun and Steinke, "Concentrated differential privacy", TCC 2016, arXiv:1605.02065.
public struct ConcentratedPrivacy: Equatable, Sendable {
  /// The bound on the Rényi divergence of order alpha, over alpha; nats, above 0.
  public let rho: Double

  public init(rho: Double) throws(PrivacyError) {
    guard rho > 0, rho.isFinite else {
      throw .outOfRange(name: "rho", value: rho, needed: "a finite number above 0")
    }
    self.rho = rho
  }

  /// That of Gaussian noise on a value of sensitivity 1.
  public init(noise: Double) throws(PrivacyError) {
    try PrivacyError.check(noise: noise)
    try self.init(rho: 0.5 / (noise * noise))
  }

  /// The noise of the Gaussian mechanism with this rho.
  public var gaussianNoise: Double { 1 / (2 * rho).squareRoot() }

  /// Both together.
  public static func + (first: Self, second: Self) throws(PrivacyError) -> Self {
    try Self(rho: first.rho + second.rho)
  }

  /// Epsilon as first published, proposition 1.3: rho + 2 sqrt(rho ln(1 / delta)).
  public func classicEpsilon(delta: Double) throws(PrivacyError) -> Double {
    try PrivacyError.check(delta: delta)
    return rho + 2 * (-rho * Elementary.log(delta)).squareRoot()
  }

  /// The least epsilon over all real orders.
  ///
  /// - Source: Canonne, Kamath and Steinke, "The discrete Gaussian for differential privacy", NeurIPS 2020,
  ///   corollary 13.
  public func epsilon(delta: Double) throws(PrivacyError) -> Double {
    try PrivacyError.check(delta: delta)
    // Over the logarithm of alpha - 1; the best lies near sqrt(ln(1 / delta) / rho).
    let centre = 0.5 * Elementary.log(-Elementary.log(delta) / rho)
    let best = GoldenSection.least(in: (centre - 12)...(centre + 12)) { power in
      let order = 1 + Elementary.exp(power)
      return RenyiConversion.epsilon(order: order, divergence: rho * order, delta: delta)
    }
    return max(0, best.value)
  }
}
