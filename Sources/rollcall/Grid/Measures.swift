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

  /// An attack's figures and its curve; scores lie beside them as `scores.npy` where they are kept.
  struct OfAttack: Codable, Sendable {
    let result: AttackResult
    @Null var curve: Curve?
    let replicates: [FigureReplicates]
  }

  private static let file = "measure.json"
  private static let scoresFile = "scores.npy"

  /// The further file of an attack's entry: its K x N scores; none where there are none.
  static func files(_ scores: [[Double]]) -> Store.Entry {
    scores.isEmpty ? [:] : [scoresFile: NPYArray(rows: scores).bytes]
  }

  /// The K x N scores that lie beside an attack's figures; nil where there are none or they cannot be read.
  func scores(of key: String) -> [[Double]]? {
    guard case .found(let entry) = store.read(.measures, key), let bytes = entry[Self.scoresFile],
      let array = try? NPYArray(bytes, path: Self.scoresFile), array.shape.count == 2,
      case .float64(let values) = array.elements
    else { return nil }
    let records = array.shape[1]
    return (0..<array.shape[0]).map { Array(values[$0 * records..<($0 + 1) * records]) }
  }

  /// The stored value of a recipe, or the one that `make` gives.
  ///
  /// - Parameter make: The value and further files of the entry.
  func value<Value: Codable>(
    of recipe: MeasureRecipe, make: () throws -> (Value, Store.Entry)
  ) throws -> Value {
    let key = try recipe.key
    if let value: Value = stored(key) { return value }
    let (value, files) = try make()
    var entry = files
    entry[Self.file] = try CanonicalJSON.bytes(value)
    try store.write(entry, .measures, key)
    return value
  }

  /// What the store has of a recipe; nil where it has nothing of use, or all is to be fresh.
  func stored<Value: Codable>(_ key: String) -> Value? {
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
    return nil
  }
}
