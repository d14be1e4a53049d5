public import Study

/// Grows shallower trees with fuller leaves, so that no leaf is about one record.
///
/// - Source: Breiman et al., "Classification and regression trees", 1984, chapter 3; as a defence, Yeom et al., "Privacy
///   risk in machine learning", 2018, section 5.
public struct PrunedTrees: Defence {
  public static let name = "pruned-trees"
  public static let card = Card(
    title: "Pruned trees", summary: "Grows shallower trees with fuller leaves, so that no leaf is about one record.",
    source: "Breiman et al. 1984; Yeom et al. 2018")
  public static let parameters = [
    Parameter("leaf", .whole(1...1_000_000), "The least number of records in a leaf."),
    Parameter("depth", .whole(1...64), "The most splits above a leaf."),
  ]
  public static let standard = PrunedTrees(leaf: 10, depth: 8)
  public static let stage = Stage.training

  public let leaf: Int
  public let depth: Int

  public init(leaf: Int, depth: Int) {
    self.leaf = leaf
    self.depth = depth
  }

  public func adjust(_ recipe: Recipe, members: Int) throws(NotApplicable) -> Recipe {
    guard let ownLeaf = recipe.leaf else { throw NotApplicable("this model family has no trees") }
    var adjusted = recipe
    adjusted.leaf = max(ownLeaf, leaf)
    adjusted.depth = min(recipe.depth ?? depth, depth)
    return adjusted
  }
}
