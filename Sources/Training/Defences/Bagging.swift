import Maths
public import Study

/// Trains several models, each on a sample of the half, and answers with their mean.
///
/// A record is in only some of the samples (with replacement and a share of 1 in 63 % of them), and the others answer
/// as outsiders do.
///
/// - Signal: votes where the models vote, else probabilities; their resolution over the number of models.
/// - Source: Breiman, "Bagging predictors", 1996.
public struct Bagging: Defence {
  public static let name = "bagging"
  public static let card = Card(
    title: "Bagging", summary: "Answers with the mean of several models, each trained on a sample of the half.",
    source: "Breiman 1996")
  public static let parameters = [
    Parameter("models", .whole(2...1_000), "Models whose answers are averaged."),
    Parameter("share", .number(0.01...1), "The size of a sample as a share of the half."),
    Parameter("replacement", .flag, "Whether a record can be drawn into one sample more than once."),
  ]
  public static let standard = Bagging(models: 10, share: 1, replacement: true)
  public static let stage = Stage.ensemble

  public let models: Int
  public let share: Double
  public let replacement: Bool

  public init(models: Int, share: Double, replacement: Bool) {
    self.models = models
    self.share = share
    self.replacement = replacement
  }

  public func wrap(_ learner: any Learner, population: [Int]) -> any Learner {
    BaggedLearner(base: learner, bagging: self)
  }
}

/// Trains a model on each of several samples.
struct BaggedLearner: Learner {
  let base: any Learner
  let bagging: Bagging

  func obstacle(to records: Records, members: Int) -> String? {
    base.obstacle(to: records, members: size(of: members))
  }

  func train(
    on records: Records, rows: [Int], recipe: Recipe, seed: UInt64
  ) throws(TrainingError) -> any Model {
    var models: [any Model] = []
    for bag in 0..<bagging.models {
      var stream = Draws.bag.stream(seed: seed, index: bag)
      let own = stream.seed()
      models.append(
        try base.train(onRest: sample(of: rows, &stream), of: records, recipe: recipe, seed: own))
    }
    return MeanModel(models: models, classes: records.classes.count)
  }

  private func size(of members: Int) -> Int {
    max(1, Int((Double(members) * bagging.share).rounded(.toNearestOrEven)))
  }

  private func sample(of rows: [Int], _ stream: inout Stream) -> [Int] {
    let size = size(of: rows.count)
    guard bagging.replacement else { return stream.shuffled(rows).prefix(size).sorted() }
    return (0..<size).map { _ in rows[stream.below(rows.count)] }.sorted()
  }
}

/// Several models that answer with their mean.
struct MeanModel: Model {
  let models: [any Model]
  let classes: Int

  var work: Double { models.reduce(0) { $0 + $1.work } }

  func signal(for records: Records) -> Signal {
    var mean = MeanAnswers(records: records.count, classes: classes)
    for model in models { mean.add(model.signal(for: records)) }
    return mean.signal
  }
}
