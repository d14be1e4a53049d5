/// A mechanism, used a number of times.
public struct Release: Equatable, Hashable, Sendable {
  public let mechanism: Mechanism
  public let steps: Int

  public static let mostSteps = 100_000_000

  public init(_ mechanism: Mechanism, steps: Int = 1) {
    self.mechanism = mechanism
    self.steps = steps
  }

  /// Refuses what no account can be given for.
  static func check(_ releases: [Release]) throws(PrivacyError) {
    guard !releases.isEmpty else { throw .nothingReleased }
    for release in releases {
      try release.mechanism.check()
      try PrivacyError.check(steps: release.steps)
    }
  }

  /// The noise of the one Gaussian that these are worth together; nil where one of them is no Gaussian on all records.
  static func asOneGaussian(_ releases: [Release]) -> Double? {
    var precision = 0.0
    for release in releases {
      guard case .gaussian(let noise, rate: 1) = release.mechanism else { return nil }
      precision += Double(release.steps) / (noise * noise)
    }
    return (1 / precision).squareRoot()
  }
}
