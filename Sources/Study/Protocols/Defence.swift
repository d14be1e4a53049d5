/// What an owner does so that a model gives less away: three hooks, each defaulting to "change nothing".
public protocol Defence: Entry {
  /// Where the defence acts; an output defence transforms stored signals and retrains nothing.
  static var stage: Stage { get }
  /// Whether epsilon and delta among its parameters are proved, for one training on the half as it is.
  static var isBudgeted: Bool { get }
  /// During training: the recipe for a model with `members` training records.
  ///
  /// - Throws: ``NotApplicable`` where the model family has no such knob.
  func adjust(_ recipe: Recipe, members: Int) throws(NotApplicable) -> Recipe
  /// Around training: other records in place of the half's, ensembles, distillation.
  ///
  /// What is made around a learner sees of the records only the rows that it is given and the population: nothing is
  /// learnt of outsiders. What it does to records it does again to those that its model is asked about.
  ///
  /// - Parameter population: Rows that no model trains on, such as to take the bounds of columns from.
  func wrap(_ learner: any Learner, population: [Int]) -> any Learner
  /// After training: what an outsider sees.
  func release(_ signal: Signal, seed: UInt64) -> Signal
}

extension Defence {
  public static var isBudgeted: Bool { false }
  public func adjust(_ recipe: Recipe, members: Int) throws(NotApplicable) -> Recipe { recipe }
  public func wrap(_ learner: any Learner, population: [Int]) -> any Learner { learner }
  public func release(_ signal: Signal, seed: UInt64) -> Signal { signal }
}

/// Where a defence acts.
public enum Stage: String, Codable, Sendable { case none, data, training, ensemble, output }

/// Why a defence has no meaning for a model family: the reason of a skipped cell.
public struct NotApplicable: Error, Equatable, Sendable {
  public let reason: String
  public init(_ reason: String) { self.reason = reason }
}
