import Maths

package typealias Floats = UnsafeMutablePointer<Float>

/// One layer at work on batches: values lie record after record.
protocol Layer: AnyObject {
  func forward(_ input: Floats, _ output: Floats, rows: Int)
  /// Turns `delta`, the gradient by the output, into that by the sums, and stores that by the input in `below`.
  func backward(_ input: Floats, _ output: Floats, _ delta: Floats, below: Floats?, rows: Int)
  /// Stores, or adds, `scale` times the sum of the records' gradients by the parameters.
  func collect(_ input: Floats, _ delta: Floats, rows: Int, scale: Float, adding: Bool)
  /// Adds to each record's entry the squared norm of its gradient by the parameters.
  func addSquaredNorms(_ input: Floats, _ delta: Floats, rows: Int, to norms: Floats)
  /// Multiplies what ``backward(_:_:_:below:rows:)`` left of each record by its scale.
  func scale(_ delta: Floats, rows: Int, by scales: Floats)
}

extension Layer {
  func collect(_ input: Floats, _ delta: Floats, rows: Int, scale: Float, adding: Bool) {}
  func addSquaredNorms(_ input: Floats, _ delta: Floats, rows: Int, to norms: Floats) {}
  func scale(_ delta: Floats, rows: Int, by scales: Floats) {}
}

/// What the layers of a network share.
package final class NetworkMemory {
  let path: KernelPath
  /// All weights, then all biases.
  let parameters: Buffer<Float>
  /// As the last ``Layer/collect(_:_:rows:scale:adding:)`` left it.
  package let gradient: Buffer<Float>
  /// Room for a product.
  let scratch: Buffer<Float>

  init(parameters: Int, scratch: Int, path: KernelPath) {
    self.path = path
    self.parameters = Buffer(parameters, filledWith: 0)
    gradient = Buffer(parameters, filledWith: 0)
    self.scratch = Buffer(scratch, filledWith: 0)
  }
}

/// Where a block of weights and its biases lie.
struct Block {
  let inputs: Int
  let outputs: Int
  let weights: Int
  let biases: Int

  func weights(in array: Buffer<Float>) -> MatrixView {
    MatrixView(array.base + weights, rows: inputs, columns: outputs)
  }
}
