import Maths
public import Study

/// A forest of unpruned classification trees, each on a bootstrap sample with random features a split.
///
/// A split minimises Gini's impurity over thresholds midway between neighbouring values of a node; features are drawn
/// until the root of D, rounded down, have been seen and one of them varies. A leaf tells its class shares and the
/// forest their mean, as scikit-learn's predict_proba. Trees on a half are pure nearly everywhere, which is why they
/// leak.
///
/// - Inputs: raw numbers, a missing one filled by the half's median, indicators and levels; see ``Preparation``.
/// - Signal: votes, resolution 1 / (2 trees).
/// - Source: Breiman, "Random forests", 2001.
public struct RandomForest: Trainer {
  public static let name = "random-forest"
  public static let card = Card(
    title: "Random forest", summary: "A vote of unpruned trees, each grown on a bootstrap sample of the half.",
    source: "Breiman 2001")
  public static let parameters = [
    Parameter("trees", .whole(1...10_000), "Trees that vote."),
    Parameter("leaf", .whole(1...1_000_000), "The least number of different records in a leaf."),
  ]
  public static let standard = RandomForest(trees: 100, leaf: 1)

  public let trees: Int
  public let leaf: Int

  public init(trees: Int, leaf: Int) {
    self.trees = trees
    self.leaf = leaf
  }

  public var recipe: Recipe { Recipe(trees: trees, leaf: leaf) }

  public func obstacle(to records: Records, members: Int) -> String? {
    // A record's class and its draws share a word while a node is sorted.
    let most = 65_535
    if records.classes.count > most { return "a forest takes at most \(most) classes" }
    return records.design.roles.isEmpty ? "a tree needs at least one feature" : nil
  }

  public func train(
    on records: Records, rows: [Int], recipe: Recipe, seed: UInt64
  ) throws(TrainingError) -> any Model {
    precondition(!rows.isEmpty, "a model needs at least one record")
    let preparation = Preparation.filling(records.design, rows: rows)
    let columns = RankedColumns(preparation.matrix(of: records.design, rows: rows))
    let grower = TreeGrower(
      columns: columns, labels: rows.map { records.labels[$0] }, classes: records.classes.count,
      leaf: recipe.leaf ?? leaf, depth: recipe.depth)
    let trees = recipe.trees ?? trees
    for tree in 0..<trees {
      var stream = Stream(seed: seed, stream: UInt64(tree))
      grower.grow(&stream)
    }
    return ForestModel(
      preparation: preparation, forest: grower.forest, resolution: 0.5 / Double(trees), work: Double(grower.work))
  }
}
