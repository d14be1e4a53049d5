import CKernels
import Maths

/// Every input meets every output.
final class DenseLayer: Layer {
  private let memory: NetworkMemory
  private let block: Block
  private let activation: Activation
  /// Squared norms of inputs and deltas, one a record each.
  private let squares: Buffer<Float>
  private let sums: Buffer<Float>
  private let batch: Int

  init(_ block: Block, activation: Activation, batch: Int, memory: NetworkMemory) {
    (self.block, self.activation, self.batch, self.memory) = (block, activation, batch, memory)
    squares = Buffer(2 * batch, filledWith: 0)
    sums = Buffer(block.outputs, filledWith: 0)
  }

  func forward(_ input: Floats, _ output: Floats, rows: Int) {
    let path = memory.path
    MatrixView(output, rows: rows, columns: block.outputs).store(
      MatrixView(input, rows: rows, columns: block.inputs), times: block.weights(in: memory.parameters), path: path,
      scratch: memory.scratch)
    rk_add_row(path.code, rows, block.outputs, memory.parameters.base + block.biases, output)
    activation.apply(output, count: rows * block.outputs, path: path)
  }

  func backward(_ input: Floats, _ output: Floats, _ delta: Floats, below: Floats?, rows: Int) {
    activation.differentiate(delta, activated: output, count: rows * block.outputs, path: memory.path)
    guard let below else { return }
    MatrixView(below, rows: rows, columns: block.inputs).store(
      MatrixView(delta, rows: rows, columns: block.outputs),
      times: block.weights(in: memory.parameters).transposed, path: memory.path, scratch: memory.scratch)
  }

  func collect(_ input: Floats, _ delta: Floats, rows: Int, scale: Float, adding: Bool) {
    block.weights(in: memory.gradient).store(
      MatrixView(input, rows: rows, columns: block.inputs).transposed,
      times: MatrixView(delta, rows: rows, columns: block.outputs), scale: scale, adding: adding, path: memory.path,
      scratch: memory.scratch)
    let biases = memory.gradient.base + block.biases
    rk_column_sums(memory.path.code, rows, block.outputs, scale, delta, adding ? sums.base : biases)
    if adding { rk_add_row(memory.path.code, 1, block.outputs, sums.base, biases) }
  }

  /// A record's gradient is its input times its delta, so that its norm is the product of their norms.
  ///
  /// - Source: Goodfellow, "Efficient per-example gradient computations", 2015.
  func addSquaredNorms(_ input: Floats, _ delta: Floats, rows: Int, to norms: Floats) {
    let deltas = squares.base + batch
    rk_row_squares(memory.path.code, rows, block.inputs, input, squares.base)
    rk_row_squares(memory.path.code, rows, block.outputs, delta, deltas)
    // The bias is a weight whose input is 1.
    for row in 0..<rows { norms[row] += deltas[row] * (squares.base[row] + 1) }
  }

  func scale(_ delta: Floats, rows: Int, by scales: Floats) {
    rk_scale_rows(memory.path.code, rows, block.outputs, scales, delta)
  }
}
