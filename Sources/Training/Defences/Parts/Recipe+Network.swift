package import Study

extension Recipe {
  /// The recipe with a network's knobs turned.
  ///
  /// - Throws: ``Study/NotApplicable`` where the model family is no network.
  package func network(_ turn: (inout NetworkRecipe) -> Void) throws(NotApplicable) -> Recipe {
    guard var knobs = network else { throw NotApplicable("this model family is no network trained step by step") }
    turn(&knobs)
    var recipe = self
    recipe.network = knobs
    return recipe
  }
}
