import CKernels
import Maths

/// Adam's walk through the records of a half, batch by batch.
final class Descent {
  private static let beta1 = 0.9
  private static let beta2 = 0.999
  private static let epsilon: Float = 1e-8

  private let network: Network
  private let rows: Int
  private let columns: Int
  private let batch: Int
  private let rate: Double
  private let decay: Float
  private let inputs: Buffer<Float>
  private let labels: Buffer<Int32>
  private let order: Buffer<Int>
  private let batchLabels: Buffer<Int32>
  private let first: Buffer<Float>
  private let second: Buffer<Float>
  /// beta1 and beta2 to the power of the steps made.
  private var powers = (1.0, 1.0)

  init(network: Network, inputs: Matrix, labels: [Int32], rate: Double, decay: Double) {
    self.network = network
    (rows, columns, batch) = (inputs.rows, inputs.columns, network.batch)
    self.rate = rate
    self.decay = Float(decay)
    self.inputs = Buffer(inputs.elements, filler: 0)
    self.labels = Buffer(labels, filler: 0)
    order = Buffer(Array(0..<inputs.rows), filler: 0)
    batchLabels = Buffer(batch, filledWith: 0)
    first = Buffer(network.shape.parameterCount, filledWith: 0)
    second = Buffer(network.shape.parameterCount, filledWith: 0)
  }

  /// Visits every record once and returns the summed loss.
  func epoch(order stream: inout Stream) -> Double {
    for last in stride(from: rows - 1, to: 0, by: -1) {
      let other = stream.below(last + 1)
      (order.base[last], order.base[other]) = (order.base[other], order.base[last])
    }
    var loss = 0.0
    for start in stride(from: 0, to: rows, by: batch) {
      let count = min(batch, rows - start)
      gather(start, count)
      network.forward(rows: count)
      loss += network.backward(rows: count, labels: batchLabels.base)
      step()
    }
    return loss
  }

  /// Copies a batch into the network's inputs.
  private func gather(_ start: Int, _ count: Int) {
    for index in 0..<count {
      let row = order.base[start + index]
      (network.inputs + index * columns).update(from: inputs.base + row * columns, count: columns)
      batchLabels.base[index] = labels.base[row]
    }
  }

  private func step() {
    powers = (powers.0 * Self.beta1, powers.1 * Self.beta2)
    var step = rk_adam_step(
      rate: Float(rate / (1 - powers.0)), root_scale: Float(1 / (1 - powers.1).squareRoot()),
      beta1: Float(Self.beta1), beta2: Float(Self.beta2), epsilon: Self.epsilon, decay: decay)
    let (weights, all) = (network.shape.weightCount, network.shape.parameterCount)
    update(0, weights, step)
    step.decay = 0
    update(weights, all - weights, step)
  }

  private func update(_ start: Int, _ count: Int, _ step: rk_adam_step) {
    rk_adam(
      network.path.code, count, step, network.gradient.base + start, network.parameters.base + start,
      first.base + start, second.base + start)
  }
}
