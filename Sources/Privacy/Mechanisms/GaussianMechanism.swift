import Maths

/// Gaussian noise on a value that one record moves by 1 at most: the exact trade of epsilon and delta.
///
/// - Source: Balle and Wang, "Improving the Gaussian mechanism for differential privacy", ICML 2018, theorem 8.
public struct GaussianMechanism: Equatable, Sendable {
  /// The standard deviation of the noise, above 0.
  public let noise: Double

  public init(noise: Double) throws(PrivacyError) {
    guard noise > 0, noise.isFinite else {
      throw .outOfRange(name: "noise", value: noise, needed: "a finite number above 0")
    }
    self.noise = noise
  }

  /// The least delta at this epsilon.
  public func delta(epsilon: Double) -> Double {
    let half = 0.5 / noise
    let upper = Normal.standard.survival(epsilon * noise - half)
    // e^epsilon overflows long before the product does.
    let lower = Elementary.exp(epsilon + Normal.standard.logSurvival(epsilon * noise + half))
    return max(0, upper - lower)
  }

  /// The least epsilon, 0 or more, at this delta.
  public func epsilon(delta: Double) throws(PrivacyError) -> Double {
    try PrivacyError.check(delta: delta)
    if self.delta(epsilon: 0) <= delta { return 0 }
    var high = 1.0
    while self.delta(epsilon: high) > delta { high *= 2 }
    return Bisection.least(in: 0...high) { self.delta(epsilon: $0) <= delta }
  }

  /// The least noise for an epsilon and a delta.
  public static func noise(epsilon: Double, delta: Double) throws(PrivacyError) -> Double {
    try PrivacyError.check(epsilon: epsilon)
    try PrivacyError.check(delta: delta)
    func holds(_ noise: Double) -> Bool {
      (try? GaussianMechanism(noise: noise)).map { $0.delta(epsilon: epsilon) <= delta } ?? false
    }
    var high = 1.0
    while !holds(high) { high *= 2 }
    var low = high / 2
    while low > 0, holds(low) { (low, high) = (low / 2, low) }
    return Bisection.least(in: low...high, where: holds)
  }
}
