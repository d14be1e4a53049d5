/// The knobs of a network's training: each defence turns its own, so that a list of defences is one recipe.
public struct NetworkRecipe: Codable, Equatable, Sendable {
  /// The share of hidden units that each step leaves out, in `0..<1`.
  public var dropout = 0.0
  /// The share of hidden units that the network has at all, in 0...1.
  public var width = 1.0
  /// What the loss is made of beside the cross-entropy.
  public var objective = Objective()
  /// Stop on records of the half that are kept from training; nil: train all epochs on all of the half.
  public var stopping: Stopping?
  /// Clip and noise; nil: neither.
  public var privacy: PrivateTraining?
  /// Epochs are rounds of a federation, planned before training; nil: they are the network's own.
  public var rounds: Rounds?
  /// Who trains in those rounds: from the learner around the network, never from a plan.
  public var federation: Federation?

  public init() {}

  /// What is minimised; zeros and nils leave the cross-entropy alone.
  public struct Objective: Codable, Equatable, Sendable {
    /// The probability that is shared out evenly over all classes instead of going to the label, in `0..<1`.
    public var smoothing = 0.0
    /// The a of Beta(a, a), from which the share of another record in each input is drawn; 0: no mixing.
    public var mixing = 0.0
    /// This times the entropy of the answer is taken off the loss.
    public var confidencePenalty = 0.0
    /// The training loss, in nats, below which no step may push it.
    public var relaxation: Double?
    /// The least entropy of a target, as a share of the entropy of an even one; the label keeps the rest.
    public var targetEntropy: Double?
    /// The weight of an opponent that tells the half's answers from others.
    public var opponent = 0.0

    public init() {}
  }

  /// Early stopping.
  public struct Stopping: Codable, Equatable, Sendable {
    /// The share of the half that is kept from training, in 0...1.
    public let heldOut: Double
    /// Epochs without a lower loss on those records before training ends; the best weights are kept.
    public let patience: Int

    public init(heldOut: Double, patience: Int) {
      self.heldOut = heldOut
      self.patience = patience
    }
  }

  /// Differentially private training.
  public struct PrivateTraining: Codable, Equatable, Sendable {
    /// What the whole training promises for its unit.
    public let epsilon: Double
    public let delta: Double
    /// The largest norm of what one record, or one person, adds to a step's gradient.
    public let clip: Double
    /// The noise's standard deviation over ``clip``.
    public let noise: Double
    /// The probability of each record, or person, to join a step.
    public let samplingRate: Double
    public let stepsAnEpoch: Int
    public let optimiser: Optimiser
    /// Whether a person's records count as one.
    public let bySubject: Bool
    /// Whether noise and coins come from the system's cryptographic generator; no run repeats such a training.
    public let secureNoise: Bool

    public init(
      epsilon: Double, delta: Double, clip: Double, noise: Double, samplingRate: Double, stepsAnEpoch: Int,
      optimiser: Optimiser, bySubject: Bool, secureNoise: Bool
    ) {
      self.epsilon = epsilon
      self.delta = delta
      self.clip = clip
      self.noise = noise
      self.samplingRate = samplingRate
      self.stepsAnEpoch = stepsAnEpoch
      self.optimiser = optimiser
      self.bySubject = bySubject
      self.secureNoise = secureNoise
    }

    public enum Optimiser: String, Codable, Sendable { case descent, adam }
  }
}
