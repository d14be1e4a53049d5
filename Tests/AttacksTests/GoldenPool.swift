import Maths
import Study

/// The pool whose scores were computed elsewhere; see `Golden/README.md`.
struct GoldenPool {
  static let targets = [0, 7, 33]
  let signals: Signals

  /// The first `models` of the 64, even in number, their logits multiplied by `scale`: below 1 they are less sure.
  init(models: Int = 64, scale: Float = 1) throws {
    let labels = try NumberFile("labels").elements(Int.self)
    let populationLabels = try NumberFile("population_labels").elements(Int.self)
    let membership = try NumberFile("membership")
    let bits = try membership.elements(UInt8.self).map { $0 != 0 }
    let records = membership.shape[1]
    signals = Signals(
      models: try Self.observations("logits", labels: labels, models: models, scale: scale),
      population: try Self.observations(
        "population_logits", labels: populationLabels, models: models, scale: scale),
      labels: labels, populationLabels: populationLabels, subjects: Array(0..<records),
      membership: Membership(rows: (0..<models).map { Array(bits[$0 * records..<($0 + 1) * records]) }))
  }

  /// One observation for each of the first models of a K x N x C file.
  private static func observations(
    _ name: String, labels: [Int], models: Int, scale: Float
  ) throws -> [Observation] {
    let file = try NumberFile(name)
    let values = try file.elements(Float.self)
    let size = file.shape[1] * file.shape[2]
    return (0..<models).map { model in
      let elements = values[model * size..<(model + 1) * size].map { scale * $0 }
      let matrix = Matrix(rows: file.shape[1], columns: file.shape[2], elements: elements)
      return Observation(Signal(kind: .logits, resolution: 0, values: matrix), labels: labels)
    }
  }

  /// The scores of a file, one row for each of ``targets``.
  static func expected(_ name: String) throws -> [[Double]] {
    let file = try NumberFile(name)
    let values = try file.elements(Double.self)
    return (0..<file.shape[0]).map { Array(values[$0 * file.shape[1]..<($0 + 1) * file.shape[1]]) }
  }
}
