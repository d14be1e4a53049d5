import CKernels
import Maths
import Study

/// The most of each 2 x 2 pixels, and 0.
final class PoolingLayer: Layer {
  private let image: ImageShape
  private let path: KernelPath

  init(_ image: ImageShape, path: KernelPath) { (self.image, self.path) = (image, path) }

  func forward(_ input: Floats, _ output: Floats, rows: Int) {
    rk_rectified_pool(path.code, size(rows), input, output)
  }

  func backward(_ input: Floats, _ output: Floats, _ delta: Floats, below: Floats?, rows: Int) {
    guard let below else { return }
    rk_rectified_pool_gradient(path.code, size(rows), input, output, delta, below)
  }

  private func size(_ rows: Int) -> rk_images {
    rk_images(count: rows, height: image.height, width: image.width, channels: image.channels)
  }
}
