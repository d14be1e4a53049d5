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
    try recipe.checkRounds()
    return recipe
  }

  /// The recipe for rounds of a federation of `clients`; a ``FederatedLearner`` around the network says who they are.
  ///
  /// - Throws: ``Study/NotApplicable`` where the model family is no network, where there are more clients than records, or
  ///   where another defence says what a step is.
  package func inRounds(
    _ count: Int, clients: Int, privacy: NetworkRecipe.ClientPrivacy? = nil, members: Int
  ) throws(NotApplicable) -> Recipe {
    guard clients <= members else {
      throw NotApplicable("\(members) records cannot be dealt out to \(clients) clients")
    }
    var adjusted = try network { $0.rounds = NetworkRecipe.Rounds(privacy: privacy) }
    adjusted.epochs = count
    return adjusted
  }

  /// - Throws: ``Study/NotApplicable`` where clients would have to train in a way that only one place can.
  func checkRounds() throws(NotApplicable) {
    guard let network, network.rounds != nil else { return }
    if network.privacy != nil || network.stopping != nil || network.objective.opponent > 0 {
      throw NotApplicable(
        "federated averaging is not tested together with private steps, early stopping or an opponent")
    }
  }
}
