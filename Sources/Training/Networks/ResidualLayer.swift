import CKernels
import Maths
import Study

/// Two convolutions whose result is added to what entered, then rectified.
final class ResidualLayer: Layer {
  private let memory: NetworkMemory
  private let image: ImageShape
  private let first: ConvolutionLayer
  private let second: ConvolutionLayer
  /// Between the convolutions.
  private let middle: Buffer<Float>
  private let middleDelta: Buffer<Float>

  init(_ blocks: [Block], image: ImageShape, batch: Int, memory: NetworkMemory) {
    (self.image, self.memory) = (image, memory)
    first = ConvolutionLayer(blocks[0], image: image, activation: .relu, first: false, memory: memory)
    second = ConvolutionLayer(blocks[1], image: image, activation: .none, first: false, memory: memory)
    middle = Buffer(batch * image.count, filledWith: 0)
    middleDelta = Buffer(batch * image.count, filledWith: 0)
  }

  func forward(_ input: Floats, _ output: Floats, rows: Int) {
    let count = rows * image.count
    first.forward(input, middle.base, rows: rows)
    second.forward(middle.base, output, rows: rows)
    rk_add_row(memory.path.code, 1, count, input, output)
    rk_relu(memory.path.code, count, output)
  }

  func backward(_ input: Floats, _ output: Floats, _ delta: Floats, below: Floats?, rows: Int) {
    let count = rows * image.count
    rk_relu_gradient(memory.path.code, count, output, delta)
    second.backward(middle.base, output, delta, below: middleDelta.base, rows: rows)
    first.backward(input, middle.base, middleDelta.base, below: below, rows: rows)
    if let below { rk_add_row(memory.path.code, 1, count, delta, below) }
  }

  func collect(_ input: Floats, _ delta: Floats, rows: Int, scale: Float, adding: Bool) {
    first.collect(input, middleDelta.base, rows: rows, scale: scale, adding: adding)
    second.collect(middle.base, delta, rows: rows, scale: scale, adding: adding)
  }

  func addSquaredNorms(_ input: Floats, _ delta: Floats, rows: Int, to norms: Floats) {
    first.addSquaredNorms(input, middleDelta.base, rows: rows, to: norms)
    second.addSquaredNorms(middle.base, delta, rows: rows, to: norms)
  }

  func scale(_ delta: Floats, rows: Int, by scales: Floats) {
    first.scale(middleDelta.base, rows: rows, by: scales)
    second.scale(delta, rows: rows, by: scales)
  }
}
