/// A number as low, likely and high; equal where it is known.
public struct Spread: Codable, Equatable, Sendable {
  public var low: Double
  public var likely: Double
  public var high: Double

  /// - Precondition: low <= likely <= high.
  public init(low: Double, likely: Double, high: Double) {
    precondition(low <= likely && likely <= high, "low, likely and high are in order")
    self.low = low
    self.likely = likely
    self.high = high
  }

  public init(_ value: Double) { self.init(low: value, likely: value, high: value) }
}
