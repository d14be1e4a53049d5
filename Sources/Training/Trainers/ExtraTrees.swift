import Maths
public import Study

/// A vote of unpruned trees whose thresholds are drawn at random, each grown on the whole half.
///
/// Of the root of D features, rounded down, each gets one threshold drawn evenly between the least and the greatest
/// value of the node, and the purest by Gini is asked. Without a bootstrap every tree has seen every record of the half.
///
/// - Inputs: as ``RandomForest``.
/// - Signal: votes, resolution 1 / (2 trees).
/// - Source: Geurts, Ernst and Wehenkel, "Extremely randomized trees", 2006, table 1.
public struct ExtraTrees: Trainer {
  public static let name = "extra-trees"
  public static let card = Card(
    title: "Extremely randomised trees",
    summary: "A vote of unpruned trees with random thresholds, each grown on the whole half.",
    source: "Geurts, Ernst and Wehenkel 2006")
  public static let parameters = RandomForest.parameters
  public static let standard = ExtraTrees(trees: 100, leaf: 1)

  public let trees: Int
  public let leaf: Int

  public init(trees: Int, leaf: Int) {
    self.trees = trees
    self.leaf = leaf
  }

  public var recipe: Recipe { Recipe(trees: trees, leaf: leaf) }

  public func obstacle(to records: Records, members: Int) -> String? {
    RandomForest.standard.obstacle(to: records, members: members)
  }

  public func train(
    on records: Records, rows: [Int], recipe: Recipe, seed: UInt64
  ) throws(TrainingError) -> any Model {
    precondition(!rows.isEmpty, "a model needs at least one record")
    let preparation = Preparation.filling(records.design, rows: rows)
    let grower = TreeGrower(
      columns: RankedColumns(preparation.matrix(of: records.design, rows: rows)),
      labels: rows.map { records.labels[$0] }, classes: records.classes.count, leaf: recipe.leaf ?? leaf,
      depth: recipe.depth,
      drawsThresholds: true)
    let (trees, once) = (recipe.trees ?? trees, [Int](repeating: 1, count: rows.count))
    for tree in 0..<trees {
      var stream = Stream(seed: seed, stream: UInt64(tree))
      grower.grow(draws: once, &stream)
    }
    return ForestModel(
      preparation: preparation, forest: grower.forest, resolution: 0.5 / Double(trees), work: Double(grower.work))
  }
}
