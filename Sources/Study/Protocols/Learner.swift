/// What turns the records of a half into a model: a model family by itself, or inside what a defence puts around it.
public protocol Learner: Sendable {
  /// Why it cannot be trained on such records, or nil if it can.
  ///
  /// - Parameter members: The records of a half.
  func obstacle(to records: Records, members: Int) -> String?

  /// Trains one model of the pool.
  ///
  /// - Parameters:
  ///   - records: N records; the model may look only at `rows` of them.
  ///   - rows: Members, ascending, in `0..<N`.
  ///   - recipe: The family's recipe as adjusted by the defence.
  ///   - seed: The only source of randomness: equal arguments give an equal model.
  /// - Throws: ``TrainingError`` if the loss is not finite, or if a defence leaves too few records.
  func train(
    on records: Records, rows: [Int], recipe: Recipe, seed: UInt64
  ) throws(TrainingError) -> any Model
}

extension Learner {
  public func obstacle(to records: Records, members: Int) -> String? { nil }
}
