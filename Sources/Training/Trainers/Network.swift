import CKernels
import Maths

/// The memory of a network of rectified layers, and its passes forward and back.
final class Network {
  let shape: NetworkShape
  let path: KernelPath
  /// The most records of one pass.
  let batch: Int
  /// All weights, then all biases.
  let parameters: Buffer<Float>
  /// The gradient of the mean loss of the last batch.
  let gradient: Buffer<Float>
  /// The values of each layer for a batch; the first are the inputs, the last the logits.
  private let activations: [Buffer<Float>]
  private let deltas: [Buffer<Float>]
  private let scratch: Buffer<Float>

  init(shape: NetworkShape, batch: Int, path: KernelPath) {
    self.shape = shape
    self.path = path
    self.batch = batch
    parameters = Buffer(shape.parameterCount, filledWith: 0)
    gradient = Buffer(shape.parameterCount, filledWith: 0)
    activations = shape.widths.map { Buffer(batch * $0, filledWith: 0) }
    deltas = shape.widths.map { Buffer(batch * $0, filledWith: 0) }
    scratch = Buffer(rk_pack_count(max(batch, shape.widths.max() ?? 0)), filledWith: 0)
  }

  /// Where the inputs of a batch go, row after row.
  var inputs: UnsafeMutablePointer<Float> { activations[0].base }

  /// The last layer's values, row after row.
  var logits: UnsafeMutablePointer<Float> { activations[shape.layers].base }

  /// Draws weights uniformly within Glorot's bound; biases stay 0.
  func initialise(seed: UInt64) {
    var stream = Stream(seed: seed, stream: 0)
    for layer in 0..<shape.layers {
      let count = shape.widths[layer] * shape.widths[layer + 1]
      let bound = (6 / Double(shape.widths[layer] + shape.widths[layer + 1])).squareRoot()
      for index in 0..<count {
        parameters.base[shape.weights[layer] + index] = Float((2 * stream.uniform() - 1) * bound)
      }
    }
  }

  /// Computes the logits of the first `rows` inputs.
  func forward(rows: Int) {
    for layer in 0..<shape.layers {
      let width = shape.widths[layer + 1]
      let output = activations[layer + 1].base
      MatrixView(output, rows: rows, columns: width).store(
        MatrixView(activations[layer].base, rows: rows, columns: shape.widths[layer]), times: weights(of: layer),
        path: path, scratch: scratch)
      rk_add_row(path.code, rows, width, parameters.base + shape.biases[layer], output)
      if layer + 1 < shape.layers { rk_relu(path.code, rows * width, output) }
    }
  }

  /// Computes the gradient of the mean loss after ``forward(rows:)`` and returns the summed loss.
  func backward(rows: Int, labels: UnsafeMutablePointer<Int32>) -> Double {
    var loss = 0.0
    let last = shape.layers
    rk_softmax_gradient(path.code, rows, shape.widths[last], logits, labels, deltas[last].base, &loss)
    let share = 1 / Float(rows)
    for layer in (0..<last).reversed() {
      let (from, to) = (shape.widths[layer], shape.widths[layer + 1])
      let delta = MatrixView(deltas[layer + 1].base, rows: rows, columns: to)
      let input = MatrixView(activations[layer].base, rows: rows, columns: from)
      MatrixView(gradient.base + shape.weights[layer], rows: from, columns: to).store(
        input.transposed, times: delta, scale: share, path: path, scratch: scratch)
      rk_column_sums(path.code, rows, to, share, delta.base, gradient.base + shape.biases[layer])
      guard layer > 0 else { break }
      let below = MatrixView(deltas[layer].base, rows: rows, columns: from)
      below.store(delta, times: weights(of: layer).transposed, path: path, scratch: scratch)
      rk_relu_gradient(path.code, rows * from, input.base, below.base)
    }
    return loss
  }

  private func weights(of layer: Int) -> MatrixView {
    MatrixView(
      parameters.base + shape.weights[layer], rows: shape.widths[layer], columns: shape.widths[layer + 1])
  }
}
