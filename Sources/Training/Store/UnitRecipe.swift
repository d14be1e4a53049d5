import Files
import Foundation
import Maths
public import Study

/// All that determines the bytes of one trained model's signal.
public struct UnitRecipe: Codable, Equatable, Sendable {
  /// What is common to all families; a family's own is ``Study/Trainer/numerics``.
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
  /// Those of the defences that act on data, training or as an ensemble; empty where none does.
  public let defence: String
  public let defenceParameters: Parameters
  public let seed: UInt64
  /// Whether the model is one of a pool or a target outside it.
  public let role: Role
  /// k: the model's place among those of its role.
  public let index: Int

  public enum Role: String, Codable, Sendable {
    case pool, independent

    /// The stream of an output defence; its first word is the seed of the answers about the records.
    var release: Purpose { self == .pool ? .release : .independentRelease }
  }

  public init(
    cell: Cell, recipe: Recipe, records: String, population: Int, seed: UInt64, role: Role, index: Int
  ) {
    numerics = Self.currentNumerics * type(of: cell.model).numerics
    self.records = records
    self.population = population
    model = type(of: cell.model).name
    modelParameters = cell.model.values
    self.recipe = recipe
    defence = cell.defence.ofTraining.name
    defenceParameters = cell.defence.ofTraining.values
    self.seed = seed
    self.role = role
    self.index = index
  }

  /// The seed of this model's training: the same place under another recipe starts alike, so that two defences can be
  /// compared model by model.
  public var trainingSeed: UInt64 {
    let purpose: Purpose = role == .pool ? .training : .independentTraining
    var stream = purpose.stream(seed: seed, index: index)
    return stream.seed()
  }

  /// The name of the unit in a store: the digest of its canonical JSON.
  public var key: String {
    // Plain stored properties always encode.
    guard let bytes = try? CanonicalJSON.bytes(self) else { preconditionFailure("a recipe is plain data") }
    return Digest.hex(of: bytes)
  }
}
