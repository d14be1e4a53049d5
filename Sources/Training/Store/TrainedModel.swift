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
  /// Processor seconds that training and answering took when it was trained; nil where that is not known.
  public internal(set) var seconds: Double?

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

  /// Apart from the facts, which are the same from machine to machine.
  private struct Time: Codable { let processorSeconds: Double }

  private static let timeFile = "time.json"

  /// The files of a store entry: `signal.npy` [N, C] float32, `unit.json`, and `time.json` where times are known.
  func entry(recipe: UnitRecipe) throws -> Store.Entry {
    let facts = Facts(
      kind: signal.kind, resolution: signal.resolution, work: work, curve: curve.isEmpty ? nil : curve, recipe: recipe)
    var entry = [
      "signal.npy": NPYArray(signal.values).bytes,
      "unit.json": try CanonicalJSON.bytes(facts),
    ]
    if let seconds { entry[Self.timeFile] = try CanonicalJSON.bytes(Time(processorSeconds: seconds)) }
    return entry
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
    seconds = entry[Self.timeFile].flatMap { try? JSONDecoder().decode(Time.self, from: Data($0)).processorSeconds }
  }
}
