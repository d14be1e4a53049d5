import Files
import Foundation
import Maths
public import Study

/// What is kept of a trained model: its answers about all records and the work it took.
public struct TrainedModel: Sendable {
  public let signal: Signal
  /// Deterministic units, see ``Study/Model/work``.
  public let work: Double
  /// How training went, see ``Study/Model/curve``.
  public let curve: [CurvePoint]
  /// How often altered copies of each record get its true label, as an outsider sees it; nil unless asked for.
  ///
  /// Not part of the entry: it depends on the output defence, and the answers behind it lie beside the unit.
  public internal(set) var copies: CopyShares?

  public init(signal: Signal, work: Double, curve: [CurvePoint] = []) {
    self.signal = signal
    self.work = work
    self.curve = curve
  }

  private struct Facts: Codable {
    let kind: Signal.Kind
    let resolution: Double
    let work: Double
    let curve: [CurvePoint]?
    let recipe: UnitRecipe
  }

  /// The files of a store entry: `signal.npy` [N, C] float32 and `unit.json`.
  func entry(recipe: UnitRecipe) throws -> Store.Entry {
    let facts = Facts(
      kind: signal.kind, resolution: signal.resolution, work: work, curve: curve.isEmpty ? nil : curve, recipe: recipe)
    return [
      "signal.npy": NPYArray(signal.values).bytes,
      "unit.json": try CanonicalJSON.bytes(facts),
    ]
  }

  /// Nil where the entry does not hold a signal.
  init?(entry: Store.Entry) {
    guard let json = entry["unit.json"], let array = entry["signal.npy"],
      let facts = try? JSONDecoder().decode(Facts.self, from: Data(json)),
      let values = try? NPYArray(array, path: "signal.npy").matrix
    else { return nil }
    self.init(
      signal: Signal(kind: facts.kind, resolution: facts.resolution, values: values), work: facts.work,
      curve: facts.curve ?? [])
  }
}
