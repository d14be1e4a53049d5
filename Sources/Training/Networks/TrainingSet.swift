import Maths
import Study

/// The prepared records that a network is trained on.
struct TrainingSet {
  let rows: Int
  let columns: Int
  let inputs: Buffer<Float>
  let labels: Buffer<Int32>

  init(_ inputs: Matrix, labels: [Int]) {
    (rows, columns) = (inputs.rows, inputs.columns)
    self.inputs = Buffer(inputs.elements, filler: 0)
    self.labels = Buffer(labels.map(Int32.init), filler: 0)
  }

  /// Copies one record's inputs.
  func copy(_ row: Int, to place: Floats) { place.update(from: inputs.base + row * columns, count: columns) }

  /// The mean cross-entropy in nats and the share told right.
  func measure(_ network: Network) -> (loss: Double, accuracy: Double) {
    let loss = BatchLoss(.init(), classes: network.shape.classes)
    var total = BatchLoss.Outcome()
    for start in stride(from: 0, to: rows, by: network.batch) {
      let count = min(network.batch, rows - start)
      network.inputs.update(from: inputs.base + start * columns, count: count * columns)
      network.forward(rows: count)
      let outcome = loss.differentiate(network, rows: count, targets: .init(labels: labels.base + start), epoch: 1)
      total += outcome
    }
    return (total.loss / Double(max(rows, 1)), Double(total.right) / Double(max(rows, 1)))
  }
}
