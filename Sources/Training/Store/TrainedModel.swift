import Files
import Foundation
import Maths
public import Study

/// What is kept of a trained model: its answers about all records and the work it took.
public struct TrainedModel: Sendable {
  public let signal: Signal
  /// What users are answered; nil where that is the signal.
  public let served: Signal?
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

  public init(signal: Signal, served: Signal? = nil, work: Double, curve: [CurvePoint] = []) {
    self.signal = signal
    self.served = served
    self.work = work
    self.curve = curve
  }

  private struct Facts: Codable {
    let kind: Signal.Kind
    let resolution: Double
    let work: Double
    let curve: [CurvePoint]?
    let recipe: UnitRecipe
    var served: Kind?

    /// Of an array of answers.
    struct Kind: Codable {
      let kind: Signal.Kind
      let resolution: Double
    }
  }

  /// Apart from the facts, which are the same from machine to machine.
  private struct Time: Codable { let processorSeconds: Double }

  private static let (timeFile, servedFile) = ("time.json", "served.npy")

  /// The files of a store entry: `signal.npy` [N, C] float32, `unit.json`; `served.npy` likewise where users are
  /// answered otherwise, and `time.json` where times are known.
  func entry(recipe: UnitRecipe) throws -> Store.Entry {
    let facts = Facts(
      kind: signal.kind, resolution: signal.resolution, work: work, curve: curve.isEmpty ? nil : curve, recipe: recipe,
      served: served.map { Facts.Kind(kind: $0.kind, resolution: $0.resolution) })
    var entry = [
      "signal.npy": NPYArray(signal.values).bytes,
      "unit.json": try CanonicalJSON.bytes(facts),
    ]
    if let served { entry[Self.servedFile] = NPYArray(served.values).bytes }
    if let seconds { entry[Self.timeFile] = try CanonicalJSON.bytes(Time(processorSeconds: seconds)) }
    return entry
  }

  /// Nil where the entry does not hold a signal.
  init?(entry: Store.Entry) {
    guard let json = entry["unit.json"], let array = entry["signal.npy"],
      let facts = try? JSONDecoder().decode(Facts.self, from: Data(json)),
      let values = try? NPYArray(array, path: "signal.npy").matrix
    else { return nil }
    var served: Signal?
    if let kind = facts.served {
      guard let bytes = entry[Self.servedFile],
        let matrix = try? NPYArray(bytes, path: Self.servedFile).matrix, matrix.rows == values.rows
      else { return nil }
      served = Signal(kind: kind.kind, resolution: kind.resolution, values: matrix)
    }
    self.init(
      signal: Signal(kind: facts.kind, resolution: facts.resolution, values: values), served: served, work: facts.work,
      curve: facts.curve ?? [])
    seconds = entry[Self.timeFile].flatMap { try? JSONDecoder().decode(Time.self, from: Data($0)).processorSeconds }
  }
}
