package import Maths
public import Study

/// Multinomial logistic regression with an L2 penalty, solved to convergence.
///
/// Minimises the mean loss of the n records of a half plus (penalty / n + weightDecay) / 2 times the sum of squared
/// weights, biases left free. With weightDecay 0 that is scikit-learn's C = 1 / penalty. Two classes have one vector of
/// weights and the first class the logit 0, as there; more classes have a vector each.
///
/// - Inputs: standardised numbers, indicators and levels; see ``Preparation``.
/// - Signal: logits, resolution 0.
/// - Cost: two products of n x D x C an evaluation, some tens of evaluations; of two classes and mostly one-hot inputs two
///   sums over n records' columns.
/// - Source: Liu and Nocedal, "On the limited memory BFGS method for large scale optimization", 1989.
public struct LogisticRegression: Trainer {
  public static let name = "logistic-regression"
  public static let card = Card(
    title: "Logistic regression",
    summary: "A linear model with an L2 penalty, solved to convergence: it leaks where inputs rival records in number.",
    source: "Cox 1958; solved as in Liu and Nocedal 1989")
  public static let parameters = [
    Parameter(
      "penalty", .number(1e-6...1e6),
      "Half of this times the sum of squared weights joins the loss summed over the half: 1 / C of scikit-learn.")
  ]
  public static let numerics = 2
  public static let standard = LogisticRegression(penalty: 1)

  public let penalty: Double

  public init(penalty: Double) { self.penalty = penalty }

  public var recipe: Recipe { Recipe(weightDecay: 0) }

  public func train(
    on records: Records, rows: [Int], recipe: Recipe, seed: UInt64
  ) throws(TrainingError) -> any Model {
    try train(on: records, rows: rows, recipe: recipe, path: .best)
  }

  /// Trains with the kernels of one path; the solution is unique, so no seed is needed.
  package func train(
    on records: Records, rows: [Int], recipe: Recipe, path: KernelPath
  ) throws(TrainingError) -> LinearModel {
    precondition(!rows.isEmpty, "a model needs at least one record")
    let preparation = Preparation.standardising(records, rows: rows)
    let decay = penalty / Double(rows.count) + (recipe.weightDecay ?? 0)
    let objective: any LinearObjective =
      MixedObjective(records, rows: rows, preparation: preparation, penalty: decay, path: path)
      ?? LogisticObjective(
        inputs: preparation.matrix(of: records.design, rows: rows), labels: rows.map { Int32(records.labels[$0]) },
        classes: records.classes.count, penalty: decay, path: path)
    let minimiser = LimitedMemory(dimension: objective.dimension)
    let evaluations = minimiser.minimise { objective.value(at: $0, slope: $1) }
    guard minimiser.value.isFinite else { throw .diverged(epoch: evaluations) }
    let (weights, biases) = objective.model(minimiser.point)
    return LinearModel(
      preparation: preparation, weights: weights, biases: biases, path: path,
      work: Double(rows.count) * Double(evaluations) * Double(objective.dimension))
  }
}
