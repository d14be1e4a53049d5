/// One use of private records, under the addition or removal of one of them.
public enum Mechanism: Equatable, Hashable, Sendable {
  /// A sum over a Poisson sample of the records, each of norm 1 at most, with Gaussian noise.
  ///
  /// - Parameters:
  ///   - noise: The standard deviation, as a multiple of the norm.
  ///   - rate: The probability of each record to be in the sample; 1 is all records.
  case gaussian(noise: Double, rate: Double)
  /// A number that one record moves by 1 at most, with Laplace noise of this scale.
  case laplace(scale: Double)

  /// Less noise gives an epsilon in the hundred thousands: no protection, and not worth an account.
  public static let leastNoise = 1e-3
  public static let mostNoise = 1e6

  func check() throws(PrivacyError) {
    switch self {
    case .gaussian(let noise, let rate):
      try PrivacyError.check(noise: noise)
      try PrivacyError.check(rate: rate)
    case .laplace(let scale):
      guard scale >= Self.leastNoise, scale <= Self.mostNoise else {
        throw .outOfRange(
          name: "the scale", value: scale, needed: "from \(Self.leastNoise) to \(Self.mostNoise)")
      }
    }
  }
}
