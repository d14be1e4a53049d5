import Files
import Foundation
public import Study

/// All that determines the bytes of one trained model's answers about altered copies of the records.
///
/// They lie beside the unit, not in it: other attacks go on using a unit that was stored without them, and the model is
/// trained once more only where copies are asked for and missing.
public struct CopiesRecipe: Codable, Equatable, Sendable {
  /// Raised when the alteration's arithmetic changes.
  public static let currentNumerics = 1

  public let numerics: Int
  /// The key of the model's ``UnitRecipe``, which also settles records, population and seed.
  public let unit: String
  public let alteration: Alteration
  /// For each column which numbers it can hold.
  public let grids: [Column.Grid]

  public init(of unit: UnitRecipe, alteration: Alteration, records: Records) {
    numerics = Self.currentNumerics
    self.unit = unit.key
    self.alteration = alteration
    grids = records.columns.map(\.grid)
  }

  /// The name of the answers in a store: the digest of the canonical JSON.
  public var key: String {
    // Plain stored properties always encode.
    guard let bytes = try? CanonicalJSON.bytes(self) else { preconditionFailure("a recipe is plain data") }
    return Digest.hex(of: bytes)
  }
}
