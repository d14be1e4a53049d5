/// The true epsilon lies between these two.
public struct EpsilonBounds: Equatable, Sendable {
  /// What may be promised.
  public let pessimistic: Double
  public let optimistic: Double

  public init(pessimistic: Double, optimistic: Double) {
    self.pessimistic = pessimistic
    self.optimistic = optimistic
  }
}
