package import Study

/// What a layer is: enough to lay out its parameters and to build it.
package enum LayerShape: Equatable, Sendable {
  case dense(inputs: Int, outputs: Int, activation: Activation)
  /// 3 x 3 pixels around each, zeros beyond the border: as many pixels out as in.
  case convolution(ImageShape, channels: Int, activation: Activation)
  /// The most of each 2 x 2 pixels, rectified.
  case pooling(ImageShape)
  /// Two convolutions whose result is added to what entered, then rectified.
  ///
  /// - Source: He et al., "Deep residual learning for image recognition", 2016, figure 2.
  case residual(ImageShape)
  /// Leaves out a share of the values in training and scales up the rest.
  ///
  /// - Source: Srivastava et al., "Dropout: A simple way to prevent neural networks from overfitting", 2014.
  case dropout(width: Int, share: Double)

  /// Values a record that enter.
  var inputs: Int {
    switch self {
    case .dense(let inputs, _, _): inputs
    case .convolution(let image, _, _), .pooling(let image), .residual(let image): image.count
    case .dropout(let width, _): width
    }
  }

  /// Values a record that leave.
  var outputs: Int {
    switch self {
    case .dense(_, let outputs, _): outputs
    case .convolution(let image, let channels, _): image.pixels * channels
    case .pooling(let image): image.halved.count
    case .residual(let image): image.count
    case .dropout(let width, _): width
    }
  }

  /// The blocks of weights: inputs and outputs of each.
  var products: [(inputs: Int, outputs: Int)] {
    switch self {
    case .dense(let inputs, let outputs, _): [(inputs, outputs)]
    case .convolution(let image, let channels, _): [(Self.window * image.channels, channels)]
    case .residual(let image):
      [(Self.window * image.channels, image.channels), (Self.window * image.channels, image.channels)]
    case .pooling, .dropout: []
    }
  }

  /// How many inputs share a weight's bound: outputs of a convolution meet as many pixels.
  var reuse: Int {
    switch self {
    case .convolution, .residual: Self.window
    default: 1
    }
  }

  /// Multiplications a record of a pass forward.
  var multiplications: Int {
    let products = products.reduce(0) { $0 + $1.inputs * $1.outputs }
    return switch self {
    case .convolution(let image, _, _), .residual(let image): image.pixels * products
    default: products
    }
  }

  /// Pixels of a convolution's window.
  static let window = 9
}

extension ImageShape {
  var pixels: Int { height * width }
  var count: Int { pixels * channels }
  /// After pooling 2 x 2.
  var halved: ImageShape { ImageShape(height: height / 2, width: width / 2, channels: channels) }
  func with(channels: Int) -> ImageShape { ImageShape(height: height, width: width, channels: channels) }
}
