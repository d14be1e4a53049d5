import Files
import Foundation
import Maths
import Study

/// What a model says about R altered copies of N records, copy after copy: (R N) x C, before any output defence.
struct CopyAnswers: Sendable {
  let signal: Signal

  /// Asks a model about every copy, one after another, so that no two are held at once.
  init(of model: any Model, about altered: AlteredRecords) {
    var (kind, resolution, rows) = (Signal.Kind.logits, 0.0, 0)
    var elements: [Float] = []
    for index in 0..<altered.copies {
      let answers = model.signal(for: altered.copy(index))
      (kind, resolution) = (answers.kind, answers.resolution)
      rows += answers.values.rows
      elements.append(contentsOf: answers.values.elements)
    }
    signal = Signal(
      kind: kind, resolution: resolution,
      values: Matrix(rows: rows, columns: elements.count / max(rows, 1), elements: elements))
  }

  private struct Facts: Codable {
    let kind: Signal.Kind
    let resolution: Double
    let recipe: CopiesRecipe
  }

  /// The files of a store entry: `answers.npy` [R N, C] float32 and `copies.json`.
  func entry(recipe: CopiesRecipe) throws -> Store.Entry {
    [
      "answers.npy": NPYArray(signal.values).bytes,
      "copies.json": try CanonicalJSON.bytes(
        Facts(kind: signal.kind, resolution: signal.resolution, recipe: recipe)),
    ]
  }

  /// Nil where the entry does not hold answers.
  init?(entry: Store.Entry) {
    guard let json = entry["copies.json"], let array = entry["answers.npy"],
      let facts = try? JSONDecoder().decode(Facts.self, from: Data(json)),
      let values = try? NPYArray(array, path: "answers.npy").matrix
    else { return nil }
    signal = Signal(kind: facts.kind, resolution: facts.resolution, values: values)
  }
}
