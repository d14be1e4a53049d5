/// A model family: what turns records into a model.
public protocol Trainer: Entry, Learner {
  /// Raised when the family's arithmetic changes: what was stored of another number is never used.
  static var numerics: Int { get }
  /// The recipe before any defence touches it; a knob that this family lacks is nil.
  var recipe: Recipe { get }
}

extension Trainer {
  public static var numerics: Int { 1 }
}

/// A trained model, seen from outside.
public protocol Model: Sendable {
  /// The model's answer for every record, N x C: all that whoever attacks makes its attacks of.
  func signal(for records: Records) -> Signal
  /// What users are answered, N x C, by which accuracy is told; nil where that is the signal.
  func served(for records: Records) -> Signal?
  /// Deterministic units of work spent in training: samples x epochs x multiplications a sample, or split candidates
  /// for trees.
  var work: Double { get }
  /// How training went, epoch by epoch; empty where the family has no epochs.
  var curve: [CurvePoint] { get }
}

extension Model {
  public func served(for records: Records) -> Signal? { nil }
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
  /// The most splits above a leaf; nil: as deep as it goes.
  public var depth: Int?
  /// What a network minimises and how.
  public var network: NetworkRecipe?

  public init(
    epochs: Int? = nil, batch: Int? = nil, rate: Double? = nil, weightDecay: Double? = nil, trees: Int? = nil,
    leaf: Int? = nil, depth: Int? = nil, network: NetworkRecipe? = nil
  ) {
    self.epochs = epochs
    self.batch = batch
    self.rate = rate
    self.weightDecay = weightDecay
    self.trees = trees
    self.leaf = leaf
    self.depth = depth
    self.network = network
  }
}

/// Why a model could not be trained.
public enum TrainingError: Error, Equatable, CustomStringConvertible {
  /// The loss was no finite number after this epoch (counted from 1).
  case diverged(epoch: Int)
  /// A defence left the model family records that it cannot be trained on.
  case tooFewLeft(records: Int, obstacle: String)
  /// A library that trains says why it did not.
  case library(name: String, message: String)

  public var description: String {
    switch self {
    case .diverged(let epoch):
      "training diverged in epoch \(epoch): the loss is no finite number; lower the learning rate"
    case .tooFewLeft(let records, let obstacle):
      "the defence leaves \(records) records to train on, and \(obstacle): weaken the defence or use more records"
    case .library(let name, let message): "\(name) did not train: \(message)"
    }
  }
}
