public import Maths

/// How phi lies over the references that did, and that did not, train on each record.
public struct PhiMoments: Equatable, Sendable {
  /// The target's phi, N values in nats, rounded like the references' (to 2^-49 nats with 64 models).
  ///
  /// Only so is it no distance from the mean of references that all say the same.
  public let target: [Double]
  public let outside: SideMoments
  public let inside: SideMoments
}
