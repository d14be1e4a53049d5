/// What turns records into a model.
public protocol Trainer: Entry {
  /// The recipe before any defence touches it; a knob that this family lacks is nil.
  var recipe: Recipe { get }

  /// Why this family cannot be trained on such records, or nil if it can.
  func obstacle(to records: Records, members: Int) -> String?

  /// Trains one model of the pool.
  ///
  /// - Parameters:
  ///   - records: N records; the model may look only at `rows` of them.
  ///   - rows: Members, ascending, in `0..<N`.
  ///   - recipe: ``recipe`` as adjusted by the defence.
  ///   - seed: The only source of randomness: equal arguments give an equal model.
  /// - Throws: ``TrainingError`` if the loss is not finite.
  func train(
    on records: Records, rows: [Int], recipe: Recipe, seed: UInt64
  ) throws(TrainingError) -> any Model
}

extension Trainer {
  public func obstacle(to records: Records, members: Int) -> String? { nil }
}

/// A trained model, seen from outside.
public protocol Model: Sendable {
  /// The model's answer for every record, N x C.
  func signal(for records: Records) -> Signal
  /// Deterministic units of work spent in training: samples x epochs x multiplications a sample, or split candidates for trees.
  var work: Double { get }
  /// How training went, epoch by epoch; empty where the family has no epochs.
  var curve: [CurvePoint] { get }
}

extension Model {
  public var curve: [CurvePoint] { [] }
}

/// The knobs of training that a defence may turn; nil where the model family has no such knob.
public struct Recipe: Codable, Equatable, Sendable {
  /// Passes over the half.
  public var epochs: Int?
  /// Records a step.
  public var batch: Int?
  /// The step size.
  public var rate: Double?
  /// L2: the loss gains weightDecay / 2 times the sum of squared weights (no biases), a record's loss being averaged.
  public var weightDecay: Double?
  /// Trees of an ensemble.
  public var trees: Int?
  /// The least number of records in a leaf.
  public var leaf: Int?
  /// What a network minimises and how.
  public var network: NetworkRecipe?

  public init(
    epochs: Int? = nil, batch: Int? = nil, rate: Double? = nil, weightDecay: Double? = nil, trees: Int? = nil,
    leaf: Int? = nil, network: NetworkRecipe? = nil
  ) {
    self.epochs = epochs
    self.batch = batch
    self.rate = rate
    self.weightDecay = weightDecay
    self.trees = trees
    self.leaf = leaf
    self.network = network
  }
}

/// Why a model could not be trained.
public enum TrainingError: Error, Equatable, CustomStringConvertible {
  /// The loss was no finite number after this epoch (counted from 1).
  case diverged(epoch: Int)

  public var description: String {
    switch self {
    case .diverged(let epoch):
      "training diverged in epoch \(epoch): the loss is no finite number; lower the learning rate"
    }
  }
}
