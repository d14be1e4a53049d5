import Files
import Findings
import Foundation
import Logging
import Study
import Training

/// Measures kept in the store: read where whole, made and written where not.
struct Measures: Sendable {
  let store: Store
  let fresh: Bool
  let logger: Logger

  /// An attack's figures and its curve; scores lie beside them as `scores.npy`.
  struct OfAttack: Codable, Sendable {
    let result: AttackResult
    @Null var curve: Curve?
    let replicates: [FigureReplicates]
  }

  private static let file = "measure.json"

  /// The stored value of a recipe, or the one that `make` gives.
  ///
  /// - Parameter make: The value and further files of the entry.
  func value<Value: Codable>(
    of recipe: MeasureRecipe, make: () throws -> (Value, Store.Entry)
  ) throws -> Value {
    let key = try recipe.key
    if !fresh {
      switch store.read(.measures, key) {
      case .found(let entry):
        if let json = entry[Self.file], let value = try? JSONDecoder().decode(Value.self, from: Data(json)) {
          return value
        }
        logger.warning("\(store.place(.measures, key).path) holds no measure: made again")
      case .damaged(let reason): logger.warning("\(reason): made again")
      case .absent: break
      }
    }
    let (value, files) = try make()
    var entry = files
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    entry[Self.file] = Array(try encoder.encode(value))
    try store.write(entry, .measures, key)
    return value
  }
}
