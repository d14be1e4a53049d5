public import Study

/// Differentially private training by Adam.
///
/// Each record, or person, joins a step by a coin of its own; its gradient is clipped, noise is added to the sum, and
/// the PLD accountant gives the least noise that keeps to (epsilon, delta). The scale of inputs comes from the
/// population, never from the half. With `unit: subject` a person joins by one of her records, drawn anew each time.
///
/// - Source: Abadi et al., "Deep learning with differential privacy", 2016, whose noisy gradient Adam follows: what is
///   done with it spends nothing more.
public struct DPAdam: Defence {
  public static let name = "dp-adam"
  public static let card = Card(
    title: "DP-Adam",
    summary: "As DP-SGD, but Adam follows the noisy gradient: a proved bound on any attack.",
    source: "Abadi et al. 2016; Kingma and Ba 2015")
  public static let parameters = [
    Parameter("epsilon", .number(0.01...1_000), "The privacy budget of one training."),
    Parameter("delta", .number(1e-12...0.1), "The probability with which epsilon may be exceeded; below 1/N."),
    Parameter("clip", .number(1e-4...1e4), "The largest norm that a record adds to a step."),
    Parameter("batch", .whole(1...65_536), "The expected records a step."),
    Parameter("epochs", .whole(1...10_000), "Steps are as many as visit each record so often in expectation."),
    Parameter("rate", .number(1e-8...1e6), "The step size."),
    Parameter(
      "unit", .word(["record", "subject"]), "Whose presence is hidden: a record's, or a person's with all of hers."),
    Parameter(
      "secureNoise", .flag, "Noise and coins from the system's cryptographic generator: no run repeats another."),
  ]
  public static let standard = DPAdam(epsilon: 4, delta: 1e-5, clip: 1, batch: 128, epochs: 30, rate: 0.005)
  public static let stage = Stage.training
  public static let isBudgeted = true

  public let epsilon: Double
  public let delta: Double
  public let clip: Double
  public let batch: Int
  public let epochs: Int
  public let rate: Double
  public let unit: PrivacyUnit
  public let secureNoise: Bool

  public init(
    epsilon: Double, delta: Double, clip: Double, batch: Int, epochs: Int, rate: Double, unit: PrivacyUnit = .record,
    secureNoise: Bool = false
  ) {
    self.epsilon = epsilon
    self.delta = delta
    self.clip = clip
    self.batch = batch
    self.epochs = epochs
    self.rate = rate
    self.unit = unit
    self.secureNoise = secureNoise
  }

  public func adjust(_ recipe: Recipe, members: Int) throws(NotApplicable) -> Recipe {
    try PrivateTrainingPlan(
      epsilon: epsilon, delta: delta, clip: clip, batch: batch, epochs: epochs, rate: rate, unit: unit,
      secureNoise: secureNoise, optimiser: .adam
    ).adjust(recipe, members: members)
  }

  public func wrap(_ learner: any Learner, population: [Int]) -> any Learner {
    PublicBoundsLearner(base: learner, population: population)
  }
}
