package import Maths
public import Study

/// A fully connected network, trained on the cross-entropy.
///
/// Initial weights are uniform within the root of 6 / (inputs + outputs) of their layer, biases 0. Each epoch visits the
/// half in a new order. Weight decay is L2: the gradient gains weightDecay times the weight before the optimiser.
///
/// - Inputs: standardised numbers, indicators and levels; see ``Preparation``.
/// - Signal: logits, resolution 0.
/// - Cost: three products of a batch a layer and a step.
/// - Source: Kingma and Ba, "Adam: A method for stochastic optimization", 2015; Glorot and Bengio, "Understanding the
///   difficulty of training deep feedforward neural networks", 2010.
public struct MultilayerPerceptron: Trainer {
  public static let name = "mlp"
  public static let card = Card(
    title: "Neural network",
    summary: "Fully connected layers trained by Adam until the half is known by heart, as practitioners often do.",
    source: "Kingma and Ba 2015")
  public static let parameters = [
    Parameter("hidden", .wholes(1...4096, count: 0...8), "Units of each hidden layer, first to last."),
    Parameter("activation", .word(["relu", "tanh"]), "What hidden units make of their sums."),
    Parameter("epochs", .whole(1...10_000), "Passes over the half."),
    Parameter("batch", .whole(1...65_536), "Records a step; the last step of an epoch may have fewer."),
    Parameter("rate", .number(1e-8...1e6), "The step size."),
    Parameter(
      "optimiser", .word(["adam", "momentum", "descent"]),
      "Adam, gradient descent that keeps 0.9 of its last step, or plain descent."),
    Parameter(
      "schedule", .word(["constant", "linear", "steps"]),
      "The step size over the training: unchanged, falling evenly to 0, or a tenth from one half on and a hundredth "
        + "from three quarters."),
  ]
  public static let standard = MultilayerPerceptron(hidden: [128, 64], epochs: 50, batch: 32, rate: 0.001)

  public let hidden: [Int]
  public let activation: Activation
  public let epochs: Int
  public let batch: Int
  public let rate: Double
  public let optimiser: Optimiser
  public let schedule: Schedule

  public init(
    hidden: [Int], activation: Activation = .relu, epochs: Int, batch: Int, rate: Double, optimiser: Optimiser = .adam,
    schedule: Schedule = .constant
  ) {
    self.hidden = hidden
    self.activation = activation
    self.epochs = epochs
    self.batch = batch
    self.rate = rate
    self.optimiser = optimiser
    self.schedule = schedule
  }

  public var recipe: Recipe {
    Recipe(epochs: epochs, batch: batch, rate: rate, weightDecay: 0, network: NetworkRecipe())
  }

  public func train(
    on records: Records, rows: [Int], recipe: Recipe, seed: UInt64
  ) throws(TrainingError) -> any Model {
    try train(on: records, rows: rows, recipe: recipe, seed: seed, path: .best)
  }

  /// Trains with the kernels of one path.
  ///
  /// - Parameter clipping: What of private training a test leaves out on purpose.
  package func train(
    on records: Records, rows: [Int], recipe: Recipe, seed: UInt64, path: KernelPath,
    clipping: PrivateDescent.Clipping = PrivateDescent.Clipping()
  ) throws(TrainingError) -> NetworkModel {
    let knobs = recipe.network ?? NetworkRecipe()
    let units = hidden.map { max(1, Int((Double($0) * knobs.width).rounded())) }
    var training = NetworkTraining(records: records, rows: rows, recipe: recipe, seed: seed, path: path)
    training.optimiser = optimiser
    training.schedule = schedule
    training.clipping = clipping
    return try training.model { inputs in
      NetworkShape(
        widths: [inputs] + units + [records.classes.count], activation: activation, dropout: knobs.dropout)
    }
  }
}
