/// What an owner does so that a model gives less away: four hooks, each defaulting to "change nothing".
public protocol Defence: Entry {
  /// Where the defence acts; an output defence transforms stored signals and retrains nothing.
  static var stage: Stage { get }
  /// Before training: the records that the trainer will see, same N and order.
  func prepare(_ records: Records, seed: UInt64) -> Records
  /// During training: the recipe for a model with `members` training records.
  ///
  /// - Throws: ``NotApplicable`` where the model family has no such knob.
  func adjust(_ recipe: Recipe, members: Int) throws(NotApplicable) -> Recipe
  /// Around training: ensembles, distillation, federation.
  func wrap(_ trainer: any Trainer) -> any Trainer
  /// After training: what an outsider sees.
  func release(_ signal: Signal, seed: UInt64) -> Signal
}

extension Defence {
  public func prepare(_ records: Records, seed: UInt64) -> Records { records }
  public func adjust(_ recipe: Recipe, members: Int) throws(NotApplicable) -> Recipe { recipe }
  public func wrap(_ trainer: any Trainer) -> any Trainer { trainer }
  public func release(_ signal: Signal, seed: UInt64) -> Signal { signal }
}

/// Where a defence acts.
public enum Stage: String, Codable, Sendable { case none, data, training, ensemble, output }

/// Why a defence has no meaning for a model family: the reason of a skipped cell.
public struct NotApplicable: Error, Equatable, Sendable {
  public let reason: String
  public init(_ reason: String) { self.reason = reason }
}
