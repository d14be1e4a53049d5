/// How much of a budget is spent.
public struct LedgerStatus: Codable, Equatable, Sendable {
  /// The cap.
  public let epsilon: Double
  public let delta: Double
  /// Epsilon of all entries together, an upper bound.
  public let spent: Double
  public let entries: Int

  public init(epsilon: Double, delta: Double, spent: Double, entries: Int) {
    self.epsilon = epsilon
    self.delta = delta
    self.spent = spent
    self.entries = entries
  }

  /// What is left of the cap.
  ///
  /// A use may raise epsilon by less than it costs alone, so this is no limit on its own epsilon.
  public var left: Double { max(0, epsilon - spent) }
}
