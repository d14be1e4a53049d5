import Files
import Foundation
public import Study

/// All that determines the bytes of one trained model's signal.
public struct UnitRecipe: Codable, Equatable, Sendable {
  /// Raised when a trainer's arithmetic changes: stored units of another number are never used.
  public static let currentNumerics = 1

  public let numerics: Int
  /// ``RecordsDigest`` of the records after loading.
  public let records: String
  /// Records set aside, which decides who can be a member.
  public let population: Int
  public let model: String
  public let modelParameters: Parameters
  /// After the defence's adjustment.
  public let recipe: Recipe
  /// The defence where it acts on data, training or as an ensemble; empty where it does not.
  public let defence: String
  public let defenceParameters: Parameters
  public let seed: UInt64
  /// k: the model's place in its pool.
  public let index: Int

  public init(cell: Cell, recipe: Recipe, records: String, population: Int, seed: UInt64, index: Int) {
    numerics = Self.currentNumerics
    self.records = records
    self.population = population
    model = type(of: cell.model).name
    modelParameters = cell.model.values
    self.recipe = recipe
    defence = cell.sharesTraining ? "" : type(of: cell.defence).name
    defenceParameters = cell.sharesTraining ? [:] : cell.defence.values
    self.seed = seed
    self.index = index
  }

  /// Canonical JSON: sorted keys, shortest numbers.
  public var canonical: Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    // Plain stored properties always encode.
    guard let data = try? encoder.encode(self) else { preconditionFailure("a recipe is plain data") }
    return data
  }

  /// The name of the unit in a store.
  public var key: String { Digest.hex(of: canonical) }
}
