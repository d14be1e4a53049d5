package import Maths
public import Study

/// Convolutions of 3 x 3 pixels, each followed by the most of 2 x 2, then fully connected layers.
///
/// - Inputs: pixels standardised one by one over the half.
/// - Signal: logits, resolution 0.
/// - Cost: three products of a batch a layer and a step, over windows unfolded a few images at a time.
/// - Source: LeCun et al., "Gradient-based learning applied to document recognition", 1998; the residual block of He et
///   al., "Deep residual learning for image recognition", 2016.
public struct ConvolutionalNetwork: Trainer {
  public static let name = "cnn"
  public static let card = Card(
    title: "Convolutional network",
    summary: "Convolutions and pooling, then dense layers, trained by Adam until the half is known by heart.",
    source: "LeCun et al. 1998")
  public static let parameters = [
    Parameter("channels", .wholes(1...512, count: 1...4), "Channels of each convolution, first to last."),
    Parameter("residual", .flag, "Whether a residual block of two convolutions follows the last pooling."),
    Parameter("hidden", .wholes(1...4096, count: 0...4), "Units of each dense hidden layer, first to last."),
    Parameter("epochs", .whole(1...10_000), "Passes over the half."),
    Parameter("batch", .whole(1...65_536), "Records a step; the last step of an epoch may have fewer."),
    Parameter("rate", .number(1e-8...1e6), "The step size."),
    Parameter("optimiser", .word(["adam", "momentum", "descent"]), "As of the neural network."),
    Parameter("schedule", .word(["constant", "linear", "steps"]), "As of the neural network."),
  ]
  public static let standard = ConvolutionalNetwork(
    channels: [16, 32], residual: false, hidden: [128], epochs: 20, batch: 64, rate: 0.001)

  public let channels: [Int]
  public let residual: Bool
  public let hidden: [Int]
  public let epochs: Int
  public let batch: Int
  public let rate: Double
  public let optimiser: Optimiser
  public let schedule: Schedule

  public init(
    channels: [Int], residual: Bool, hidden: [Int], epochs: Int, batch: Int, rate: Double,
    optimiser: Optimiser = .adam, schedule: Schedule = .constant
  ) {
    self.channels = channels
    self.residual = residual
    self.hidden = hidden
    self.epochs = epochs
    self.batch = batch
    self.rate = rate
    self.optimiser = optimiser
    self.schedule = schedule
  }

  public var recipe: Recipe {
    Recipe(epochs: epochs, batch: batch, rate: rate, weightDecay: 0, network: NetworkRecipe())
  }

  public func obstacle(to records: Records, members: Int) -> String? {
    guard let image = records.image else { return "a convolutional network needs images, and this dataset is a table" }
    let least = 1 << channels.count
    guard image.height >= least, image.width >= least else {
      return "\(channels.count) poolings need images of at least \(least) x \(least) pixels, and these have "
        + "\(image.height) x \(image.width)"
    }
    return nil
  }

  public func train(
    on records: Records, rows: [Int], recipe: Recipe, seed: UInt64
  ) throws(TrainingError) -> any Model {
    try train(on: records, rows: rows, recipe: recipe, seed: seed, path: .best)
  }

  /// Trains with the kernels of one path.
  ///
  /// - Precondition: ``obstacle(to:members:)`` is nil.
  package func train(
    on records: Records, rows: [Int], recipe: Recipe, seed: UInt64, path: KernelPath
  ) throws(TrainingError) -> NetworkModel {
    guard let image = records.image else { preconditionFailure("a convolutional network is trained on images") }
    var training = NetworkTraining(records: records, rows: rows, recipe: recipe, seed: seed, path: path)
    training.optimiser = optimiser
    training.schedule = schedule
    let shape = shape(image, classes: records.classes.count, knobs: recipe.network ?? NetworkRecipe())
    return try training.model { _ in shape }
  }

  private func shape(_ image: ImageShape, classes: Int, knobs: NetworkRecipe) -> NetworkShape {
    func narrowed(_ units: Int) -> Int { max(1, Int((Double(units) * knobs.width).rounded())) }
    var layers: [LayerShape] = []
    var image = image
    for channels in channels.map(narrowed) {
      // The pooling rectifies.
      layers.append(.convolution(image, channels: channels, activation: .none))
      image = image.with(channels: channels)
      layers.append(.pooling(image))
      image = image.halved
    }
    if residual { layers.append(.residual(image)) }
    let widths = [image.count] + hidden.map(narrowed) + [classes]
    layers += NetworkShape(widths: widths, activation: .relu, dropout: knobs.dropout).layers
    return NetworkShape(layers: layers)
  }
}
