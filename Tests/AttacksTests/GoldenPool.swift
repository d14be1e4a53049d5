import Files
import Foundation
import Maths
import Study
import Testing

/// The pool whose scores were computed elsewhere; see `Golden/README.md`.
struct GoldenPool {
  static let targets = [0, 7, 33]
  let signals: Signals

  /// The first `models` of the 64, even in number, their logits multiplied by `scale`: below 1 they are less sure.
  init(models: Int = 64, scale: Float = 1) throws {
    let labels = try Self.labels("labels")
    let populationLabels = try Self.labels("population_labels")
    let membership = try Self.array("membership")
    guard case .bool(let bits) = membership.elements else { throw UnexpectedType() }
    let records = membership.shape[1]
    signals = Signals(
      models: try Self.observations("logits", labels: labels, models: models, scale: scale),
      population: try Self.observations(
        "population_logits", labels: populationLabels, models: models, scale: scale),
      labels: labels, populationLabels: populationLabels, subjects: Array(0..<records),
      membership: Membership(rows: (0..<models).map { Array(bits[$0 * records..<($0 + 1) * records]) }))
  }

  /// The evidence with the target's complement among the references, as one published program has it.
  func keepingComplement(target: Int) -> Evidence {
    let plain = signals.evidence(target: target, seed: 0)
    let references = signals.models.indices.filter { $0 != target }.map {
      Reference(
        index: $0, observation: signals.models[$0], population: signals.population[$0],
        membership: Array(signals.membership.row($0)))
    }
    return Evidence(
      target: plain.target, targetPopulation: plain.targetPopulation, labels: plain.labels,
      populationLabels: plain.populationLabels, references: references, index: target, models: plain.models, seed: 0)
  }

  /// The scores of a file, one row for each of ``targets``.
  static func expected(_ name: String) throws -> [[Double]] {
    let file = try array(name)
    guard case .float64(let values) = file.elements else { throw UnexpectedType() }
    return (0..<file.shape[0]).map { Array(values[$0 * file.shape[1]..<($0 + 1) * file.shape[1]]) }
  }

  /// One observation for each of the first models of a K x N x C file.
  private static func observations(
    _ name: String, labels: [Int], models: Int, scale: Float
  ) throws -> [Observation] {
    let file = try array(name)
    guard case .float32(let values) = file.elements else { throw UnexpectedType() }
    let size = file.shape[1] * file.shape[2]
    return (0..<models).map { model in
      let elements = values[model * size..<(model + 1) * size].map { scale * $0 }
      let matrix = Matrix(rows: file.shape[1], columns: file.shape[2], elements: elements)
      return Observation(Signal(kind: .logits, resolution: 0, values: matrix), labels: labels)
    }
  }

  private static func labels(_ name: String) throws -> [Int] {
    guard case .int64(let values) = try array(name).elements else { throw UnexpectedType() }
    return values.map { Int($0) }
  }

  private static func array(_ name: String) throws -> NPYArray {
    let url = try #require(Bundle.module.url(forResource: name, withExtension: "npy", subdirectory: "Golden"))
    return try NPYArray(reading: url, limit: 1 << 22)
  }

  /// A golden file holds another type of number than its README says.
  private struct UnexpectedType: Error {}
}
