import Study

/// Has its base trained by clients on records of their own, whose weights a server averages.
struct FederatedLearner: Learner {
  let base: any Learner
  let federation: NetworkRecipe.Federation

  func obstacle(to records: Records, members: Int) -> String? { base.obstacle(to: records, members: members) }

  func train(
    on records: Records, rows: [Int], recipe: Recipe, seed: UInt64
  ) throws(TrainingError) -> any Model {
    var spread = recipe
    spread.network?.federation = federation
    return try base.train(on: records, rows: rows, recipe: spread, seed: seed)
  }
}
