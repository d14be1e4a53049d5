import Maths
public import Study

/// One unpruned classification tree that may ask about every feature at every split.
///
/// It splits as the trees of ``RandomForest`` do, on each record of the half once. A leaf tells its class shares; grown
/// to the end, leaves are pure and the tree is as sure of every record as it can say.
///
/// - Inputs: as ``RandomForest``.
/// - Signal: votes, resolution half a record of the half: a share that is told as 0 or 1 is no surer than that.
/// - Source: Breiman, Friedman, Olshen and Stone, "Classification and regression trees", 1984.
public struct DecisionTree: Trainer {
  public static let name = "decision-tree"
  public static let card = Card(
    title: "Decision tree", summary: "One unpruned tree that looks at every feature at every split.",
    source: "Breiman, Friedman, Olshen and Stone 1984")
  public static let parameters = [
    Parameter("leaf", .whole(1...1_000_000), "The least number of records in a leaf.")
  ]
  public static let standard = DecisionTree(leaf: 1)

  public let leaf: Int

  public init(leaf: Int) { self.leaf = leaf }

  public var recipe: Recipe { Recipe(leaf: leaf) }

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
      looksAtAll: true)
    // Of equally good splits the first looked at stands, and the order is drawn.
    var stream = Stream(seed: seed, stream: 0)
    grower.grow(draws: [Int](repeating: 1, count: rows.count), &stream)
    return ForestModel(
      preparation: preparation, forest: grower.forest, resolution: 0.5 / Double(rows.count),
      work: Double(grower.work))
  }
}
