import Maths
package import Study

/// A trained network.
package struct NetworkModel: Model {
  /// Records a pass: what the layers make of them stays in the second cache.
  private static let rowsAtOnce = 256

  let preparation: Preparation
  /// Of the D columns, as the model standardises them.
  package var means: [Float] { preparation.means }
  let shape: NetworkShape
  /// All weights, then all biases.
  package let parameters: [Float]
  let path: KernelPath
  package let curve: [CurvePoint]
  package let work: Double
  /// Who attacks from inside a federation; nil for outsiders.
  var onlooker: Onlooker?

  package func signal(for records: Records) -> Signal {
    guard let onlooker else { return own(records) }
    let inputs = prepared(records)
    return onlooker.signal(for: records, classes: shape.classes) { answers(to: inputs, parameters: $0) }
  }

  package func served(for records: Records) -> Signal? { onlooker.map { _ in own(records) } }

  private func own(_ records: Records) -> Signal {
    Signal(kind: .logits, resolution: 0, values: answers(to: prepared(records), parameters: parameters))
  }

  private func prepared(_ records: Records) -> Matrix {
    preparation.matrix(of: records.design, rows: 0..<records.count)
  }

  private func answers(to inputs: Matrix, parameters: [Float]) -> Matrix {
    let (columns, classes) = (shape.inputs, shape.classes)
    let network = Network(shape: shape, batch: Self.rowsAtOnce, path: path)
    parameters.withUnsafeBufferPointer { source in
      if let start = source.baseAddress { network.parameters.base.update(from: start, count: source.count) }
    }
    let logits = Buffer<Float>(inputs.rows * classes, filledWith: 0)
    inputs.elements.withUnsafeBufferPointer { source in
      guard let first = source.baseAddress else { return }
      for start in stride(from: 0, to: inputs.rows, by: Self.rowsAtOnce) {
        let rows = min(Self.rowsAtOnce, inputs.rows - start)
        network.inputs.update(from: first + start * columns, count: rows * columns)
        network.forward(rows: rows)
        (logits.base + start * classes).update(from: network.logits, count: rows * classes)
      }
    }
    return Matrix(rows: inputs.rows, columns: classes, elements: logits.elements)
  }
}
