import Study

extension Learner {
  /// Trains on what a defence leaves.
  ///
  /// - Throws: ``Study/TrainingError``, also where that is too little.
  func train(
    onRest rows: [Int], of records: Records, recipe: Recipe, seed: UInt64
  ) throws(TrainingError) -> any Model {
    if let obstacle = rows.isEmpty ? "a model needs at least one" : obstacle(to: records, members: rows.count) {
      throw .tooFewLeft(records: rows.count, obstacle: obstacle)
    }
    return try train(on: records, rows: rows, recipe: recipe, seed: seed)
  }
}
