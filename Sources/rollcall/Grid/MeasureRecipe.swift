import Files
import Foundation
import Study

/// All that determines the bytes of one attack's figures on one cell.
struct MeasureRecipe: Codable, Equatable {
  /// Raised when an attack's or a statistic's arithmetic changes.
  static let currentStatistics = 7

  let statistics: Int
  /// The pool's units, in order.
  let units: [String]
  /// The output defences; empty where there is none.
  let defence: String
  let defenceParameters: Parameters
  /// `utility`, `strongest`, or an attack's name.
  let measure: String
  let parameters: Parameters
  let replicates: Int
  let seed: UInt64

  init(units: [String], cell: Cell, measure: String, parameters: Parameters, replicates: Int, seed: UInt64) {
    statistics = Self.currentStatistics
    self.units = units
    defence = cell.defence.ofOutput.name
    defenceParameters = cell.defence.ofOutput.values
    self.measure = measure
    self.parameters = parameters
    self.replicates = replicates
    self.seed = seed
  }

  /// The name of the measure in a store.
  var key: String {
    get throws { Digest.hex(of: try CanonicalJSON.bytes(self)) }
  }
}
