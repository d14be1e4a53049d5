import CKernels
package import Maths

/// A network at work: its layers, and its passes forward and back over batches.
package final class Network {
  package let shape: NetworkShape
  /// The most records of one pass.
  let batch: Int
  package let memory: NetworkMemory
  private let layers: [any Layer]
  /// The values between layers for a batch; the first are the inputs, the last the logits.
  private let values: [Buffer<Float>]
  private let deltas: [Buffer<Float>]

  /// - Parameter coins: What dropout draws from; nil for a network that only answers.
  package init(shape: NetworkShape, batch: Int, path: KernelPath, coins: Coins? = nil) {
    self.shape = shape
    self.batch = batch
    let memory = NetworkMemory(
      parameters: shape.parameterCount, scratch: Self.longestProduct(shape, batch: batch), path: path)
    self.memory = memory
    layers = shape.layers.indices.map { Self.layer($0, of: shape, batch: batch, coins: coins, memory: memory) }
    let widths = [shape.inputs] + shape.layers.map(\.outputs)
    values = widths.map { Buffer(batch * $0, filledWith: 0) }
    deltas = widths.map { Buffer(batch * $0, filledWith: 0) }
  }

  package var parameters: Buffer<Float> { memory.parameters }
  var path: KernelPath { memory.path }
  /// Where the inputs of a batch go, record after record.
  package var inputs: Floats { values[0].base }
  /// What ``forward(rows:)`` left.
  package var logits: Floats { values[values.count - 1].base }
  /// Where the gradient by the logits goes before ``backward(rows:)``.
  package var delta: Floats { deltas[deltas.count - 1].base }
  /// The gradient by the inputs, where ``backward(rows:toInputs:)`` was asked for it.
  var inputDelta: Floats { deltas[0].base }

  /// Draws weights uniformly within Glorot's bound; biases stay 0.
  package func initialise(seed: UInt64) {
    var stream = Maths.Stream(seed: seed, stream: 0)
    for (layer, starts) in zip(shape.layers, shape.weights) {
      for (product, start) in zip(layer.products, starts) {
        let bound = (6 / Double(product.inputs + product.outputs * layer.reuse)).squareRoot()
        for index in 0..<product.inputs * product.outputs {
          parameters.base[start + index] = Float((2 * stream.uniform() - 1) * bound)
        }
      }
    }
  }

  /// Computes the logits of the first `rows` inputs.
  package func forward(rows: Int) {
    for (index, layer) in layers.enumerated() {
      layer.forward(values[index].base, values[index + 1].base, rows: rows)
    }
  }

  /// From the gradient by the logits to those by every layer's sums.
  package func backward(rows: Int, toInputs: Bool = false) {
    for index in layers.indices.reversed() {
      layers[index].backward(
        values[index].base, values[index + 1].base, deltas[index + 1].base,
        below: index > 0 || toInputs ? deltas[index].base : nil, rows: rows)
    }
  }

  /// Stores, or adds, `scale` times the sum of the records' gradients.
  package func collect(rows: Int, scale: Float, adding: Bool = false) {
    for (index, layer) in layers.enumerated() {
      layer.collect(values[index].base, deltas[index + 1].base, rows: rows, scale: scale, adding: adding)
    }
  }

  /// Shrinks each record's gradient to at most `clip`, without forming it.
  ///
  /// - Parameter norms: Room for a number a record; holds the factors afterwards.
  package func clip(rows: Int, to clip: Float, norms: Floats) {
    for row in 0..<rows { norms[row] = 0 }
    for (index, layer) in layers.enumerated() {
      layer.addSquaredNorms(values[index].base, deltas[index + 1].base, rows: rows, to: norms)
    }
    for row in 0..<rows { norms[row] = min(1, clip / norms[row].squareRoot()) }
    for (index, layer) in layers.enumerated() { layer.scale(deltas[index + 1].base, rows: rows, by: norms) }
  }

  private static func layer(
    _ index: Int, of shape: NetworkShape, batch: Int, coins: Coins?, memory: NetworkMemory
  ) -> any Layer {
    let layer = shape.layers[index]
    let blocks = layer.products.indices.map { product in
      Block(
        inputs: layer.products[product].inputs, outputs: layer.products[product].outputs,
        weights: shape.weights[index][product], biases: shape.biases[index][product])
    }
    switch layer {
    case .dense(_, _, let activation):
      return DenseLayer(blocks[0], activation: activation, batch: batch, memory: memory)
    case .convolution(let image, _, let activation):
      return ConvolutionLayer(blocks[0], image: image, activation: activation, first: index == 0, memory: memory)
    case .pooling(let image): return PoolingLayer(image, path: memory.path)
    case .residual(let image): return ResidualLayer(blocks, image: image, batch: batch, memory: memory)
    case .dropout(let width, let share):
      return DropoutLayer(width: width, share: share, batch: batch, coins: coins)
    }
  }

  /// Room for the longest sum of any product of the passes.
  private static func longestProduct(_ shape: NetworkShape, batch: Int) -> Int {
    let longest = shape.layers.map { layer in
      let widest = layer.products.map { max($0.inputs, $0.outputs) }.max() ?? 0
      return switch layer {
      case .convolution(let image, _, _), .residual(let image):
        max(widest, ConvolutionLayer.group(image) * image.pixels)
      default: max(widest, batch)
      }
    }
    return rk_pack_count(longest.max() ?? 0)
  }
}
