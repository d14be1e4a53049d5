import Maths

/// The least noise for a target, found by trying.
public struct NoiseSearch: Equatable, Sendable {
  public let epsilon: Double
  public let delta: Double
  /// More noise is not tried.
  public let most: Double

  /// The result is at most this share above the least.
  public static let tolerance = 1e-5
  public static let usualMost = Mechanism.mostNoise

  public init(epsilon: Double, delta: Double, most: Double = usualMost) throws(PrivacyError) {
    guard epsilon > 0, epsilon.isFinite else {
      throw .outOfRange(name: "epsilon", value: epsilon, needed: "a finite number above 0")
    }
    try PrivacyError.check(delta: delta)
    try PrivacyError.check(noise: most)
    self.epsilon = epsilon
    self.delta = delta
    self.most = most
  }

  /// The noise for a training of so many steps, each on a Poisson sample.
  public func noise(rate: Double, steps: Int, accountant: Accountant = .losses) throws(PrivacyError) -> Double {
    try least { noise throws(PrivacyError) in
      try accountant.epsilon(of: [Release(.gaussian(noise: noise, rate: rate), steps: steps)], delta: delta).pessimistic
    }
  }

  /// The least number from 0.001 on at which `reached`, which falls with it, is at most the target.
  func least(
    tolerance: Double = tolerance, _ reached: (Double) throws(PrivacyError) -> Double
  ) throws(PrivacyError) -> Double {
    var (low, high) = (Mechanism.leastNoise, 1.0)
    var (lowEpsilon, highEpsilon) = (Double.infinity, try reached(1))
    while highEpsilon > epsilon {
      guard high < most else {
        throw .unreachable(epsilon: epsilon, delta: delta, noise: most, reached: highEpsilon)
      }
      (low, lowEpsilon) = (high, highEpsilon)
      high = min(most, high * 4)
      highEpsilon = try reached(high)
    }
    // No noise is asked for that would not be accounted either.
    if lowEpsilon == .infinity {
      while high / 2 > low {
        let next = try reached(high / 2)
        guard next <= epsilon else {
          (low, lowEpsilon) = (high / 2, next)
          break
        }
        (high, highEpsilon) = (high / 2, next)
      }
    }
    return try narrowed(&low, &lowEpsilon, &high, &highEpsilon, tolerance, reached)
  }

  /// A secant in logarithms, kept inside a bracket and alternating with halving.
  private func narrowed(
    _ low: inout Double, _ lowEpsilon: inout Double, _ high: inout Double, _ highEpsilon: inout Double,
    _ tolerance: Double, _ reached: (Double) throws(PrivacyError) -> Double
  ) throws(PrivacyError) -> Double {
    var isSecant = true
    while high > low * (1 + tolerance) {
      var share = 0.5
      if isSecant, highEpsilon > 0, lowEpsilon < .infinity {
        let (a, b) = (Elementary.log(lowEpsilon), Elementary.log(highEpsilon))
        // A little towards the low end, so that it moves too.
        share = min(max((a - Elementary.log(epsilon)) / (a - b), 0.02), 0.98)
      }
      isSecant.toggle()
      let middle = low * Elementary.exp(share * Elementary.log(high / low))
      guard middle > low, middle < high else { break }
      let found = try reached(middle)
      if found <= epsilon { (high, highEpsilon) = (middle, found) } else { (low, lowEpsilon) = (middle, found) }
    }
    return high
  }
}
