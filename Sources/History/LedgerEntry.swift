import Privacy

/// What stands in a ledger.
public struct LedgerEntry: Codable, Equatable, Sendable {
  /// From 1 on, without a gap.
  public let number: Int
  public let time: String
  public let stage: String
  /// `gaussian` or `laplace`.
  public let mechanism: String
  /// Standard deviation or scale, as a multiple of what one record moves.
  public let noise: Double
  /// The sampling rate; 1 where all records are used.
  public let rate: Double
  public let steps: Int
  /// Epsilon after it, everything before it composed.
  public let epsilon: Double

  /// - Throws: ``LedgerError/broken(path:reason:)`` for an entry that this program would not have written.
  func release(path: String) throws(LedgerError) -> Release {
    switch mechanism {
    case "gaussian": return Release(.gaussian(noise: noise, rate: rate), steps: steps)
    case "laplace": return Release(.laplace(scale: noise), steps: steps)
    default: throw .broken(path: path, reason: "entry \(number) has an unknown mechanism")
    }
  }
}
