package import Maths
public import Study

/// A fully connected network with rectified units, trained by Adam on the cross-entropy.
///
/// Initial weights are uniform within the root of 6 / (inputs + outputs) of their layer, biases 0. Each epoch visits the
/// half in a new order. Weight decay is L2: the gradient gains weightDecay times the weight before Adam scales it.
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
    Parameter("epochs", .whole(1...10_000), "Passes over the half."),
    Parameter("batch", .whole(1...65_536), "Records a step; the last step of an epoch may have fewer."),
    Parameter("rate", .number(1e-8...1e6), "The step size of Adam."),
  ]
  public static let standard = MultilayerPerceptron(hidden: [128, 64], epochs: 50, batch: 32, rate: 0.001)

  public let hidden: [Int]
  public let epochs: Int
  public let batch: Int
  public let rate: Double

  public init(hidden: [Int], epochs: Int, batch: Int, rate: Double) {
    self.hidden = hidden
    self.epochs = epochs
    self.batch = batch
    self.rate = rate
  }

  public var recipe: Recipe { Recipe(epochs: epochs, batch: batch, rate: rate, weightDecay: 0) }

  public func train(
    on records: Records, rows: [Int], recipe: Recipe, seed: UInt64
  ) throws(TrainingError) -> any Model {
    try train(on: records, rows: rows, recipe: recipe, seed: seed, path: .best)
  }

  /// Trains with the kernels of one path.
  package func train(
    on records: Records, rows: [Int], recipe: Recipe, seed: UInt64, path: KernelPath
  ) throws(TrainingError) -> NetworkModel {
    precondition(!rows.isEmpty, "a model needs at least one record")
    let (epochs, batch) = (recipe.epochs ?? epochs, min(recipe.batch ?? batch, rows.count))
    let preparation = Preparation.standardising(records.design, rows: rows)
    let inputs = preparation.matrix(of: records.design, rows: rows)
    let network = Network(
      shape: NetworkShape(widths: [inputs.columns] + hidden + [records.classes.count]), batch: batch, path: path)
    var order = Stream(seed: seed, stream: 1)
    network.initialise(seed: seed)
    let descent = Descent(
      network: network, inputs: inputs, labels: rows.map { Int32(records.labels[$0]) },
      rate: recipe.rate ?? rate, decay: recipe.weightDecay ?? 0)
    for epoch in 1...epochs {
      guard descent.epoch(order: &order).isFinite else { throw .diverged(epoch: epoch) }
    }
    let parameters = network.parameters.elements
    guard parameters.allSatisfy(\.isFinite) else { throw .diverged(epoch: epochs) }
    return NetworkModel(
      preparation: preparation, shape: network.shape, parameters: parameters, path: path,
      work: Double(rows.count) * Double(epochs) * Double(parameters.count))
  }
}
