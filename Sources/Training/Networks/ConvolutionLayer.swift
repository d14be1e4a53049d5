import CKernels
import Maths
import Study

/// 3 x 3 pixels around each pixel meet every channel, as one product a few images at a time.
final class ConvolutionLayer: Layer {
  private let memory: NetworkMemory
  private let block: Block
  private let image: ImageShape
  private let activation: Activation
  /// With few channels the windows lie as planes, one for each of their pixels.
  private let planes: Bool
  /// Images that are unfolded at a time: what they come to stays in the second cache.
  private let group: Int
  private let windows: Buffer<Float>
  /// Gradients by the windows, or one record's gradient by the weights.
  private let room: Buffer<Float>
  private let sums: Buffer<Float>

  init(_ block: Block, image: ImageShape, activation: Activation, first: Bool, memory: NetworkMemory) {
    (self.block, self.image, self.activation, self.memory) = (block, image, activation, memory)
    planes = first && image.channels < Self.fewChannels
    group = Self.group(image)
    windows = Buffer(group * image.pixels * block.inputs, filledWith: 0)
    room = Buffer(max(windows.count, block.inputs * block.outputs), filledWith: 0)
    sums = Buffer(block.outputs, filledWith: 0)
  }

  private static let fewChannels = 8

  /// As many images as leave both the windows and what a product copies of the deltas in the cache.
  static func group(_ image: ImageShape) -> Int {
    max(1, min(120_000 / (image.count * LayerShape.window), 2_048 / image.pixels))
  }

  func forward(_ input: Floats, _ output: Floats, rows: Int) {
    let path = memory.path
    eachGroup(rows) { start, images in
      unfold(input, start, images)
      deltas(output, start, images).store(
        unfolded(images), times: block.weights(in: memory.parameters), path: path, scratch: memory.scratch)
    }
    rk_add_row(path.code, rows * image.pixels, block.outputs, memory.parameters.base + block.biases, output)
    activation.apply(output, count: rows * image.pixels * block.outputs, path: path)
  }

  func backward(_ input: Floats, _ output: Floats, _ delta: Floats, below: Floats?, rows: Int) {
    let path = memory.path
    activation.differentiate(delta, activated: output, count: rows * image.pixels * block.outputs, path: path)
    guard let below else { return }
    eachGroup(rows) { start, images in
      MatrixView(room.base, rows: images * image.pixels, columns: block.inputs).store(
        deltas(delta, start, images), times: block.weights(in: memory.parameters).transposed, path: path,
        scratch: memory.scratch)
      rk_fold_rows(path.code, size(images), 1, room.base, below + start * image.count)
    }
  }

  func collect(_ input: Floats, _ delta: Floats, rows: Int, scale: Float, adding: Bool) {
    let path = memory.path
    eachGroup(rows) { start, images in
      unfold(input, start, images)
      block.weights(in: memory.gradient).store(
        unfolded(images).transposed, times: deltas(delta, start, images), scale: scale, adding: adding || start > 0,
        path: path, scratch: memory.scratch)
    }
    let biases = memory.gradient.base + block.biases
    rk_column_sums(path.code, rows * image.pixels, block.outputs, scale, delta, adding ? sums.base : biases)
    if adding { rk_add_row(path.code, 1, block.outputs, sums.base, biases) }
  }

  /// One record's gradient at a time: at these sizes it is cheaper than the products of all pairs of pixels.
  ///
  /// - Source: the choice between the two is that of Bu et al., "Scalable and efficient training of large
  ///   convolutional neural networks with differential privacy", 2022, section 4.
  func addSquaredNorms(_ input: Floats, _ delta: Floats, rows: Int, to norms: Floats) {
    let path = memory.path
    var square: Float = 0
    for row in 0..<rows {
      unfold(input, row, 1)
      let gradient = MatrixView(room.base, rows: block.inputs, columns: block.outputs)
      gradient.store(
        unfolded(1).transposed, times: deltas(delta, row, 1), path: path, scratch: memory.scratch)
      rk_row_squares(path.code, 1, block.inputs * block.outputs, room.base, &square)
      norms[row] += square
      rk_column_sums(path.code, image.pixels, block.outputs, 1, deltas(delta, row, 1).base, sums.base)
      rk_row_squares(path.code, 1, block.outputs, sums.base, &square)
      norms[row] += square
    }
  }

  func scale(_ delta: Floats, rows: Int, by scales: Floats) {
    rk_scale_rows(memory.path.code, rows, image.pixels * block.outputs, scales, delta)
  }

  private func eachGroup(_ rows: Int, _ body: (_ start: Int, _ images: Int) -> Void) {
    for start in stride(from: 0, to: rows, by: group) { body(start, min(group, rows - start)) }
  }

  private func size(_ images: Int) -> rk_images {
    rk_images(count: images, height: image.height, width: image.width, channels: image.channels)
  }

  private func unfold(_ input: Floats, _ start: Int, _ images: Int) {
    let from = input + start * image.count
    if planes {
      rk_unfold_planes(memory.path.code, size(images), 1, from, windows.base)
    } else {
      rk_unfold_rows(memory.path.code, size(images), 1, from, windows.base)
    }
  }

  /// Pixels x window, whichever way it lies.
  private func unfolded(_ images: Int) -> MatrixView {
    let pixels = images * image.pixels
    return planes
      ? MatrixView(windows.base, rows: block.inputs, columns: pixels).transposed
      : MatrixView(windows.base, rows: pixels, columns: block.inputs)
  }

  private func deltas(_ values: Floats, _ start: Int, _ images: Int) -> MatrixView {
    MatrixView(
      values + start * image.pixels * block.outputs, rows: images * image.pixels, columns: block.outputs)
  }
}
