/// A total of privacy that is to last for some years, and what it is to be spent on.
public struct BudgetRequest: Equatable, Sendable {
  /// The most that may be spent, above 0.
  public let epsilon: Double
  /// Above 0 and below 1.
  public let delta: Double
  /// From 1 on.
  public let years: Int
  public let objective: Objective
  /// In the order in which a year has them.
  public let stages: [Stage]

  public static let mostYears = 100

  /// How noise is dealt out among the stages that state none.
  public enum Objective: String, CaseIterable, Codable, Sendable {
    /// The least weighted sum of the noises' variances.
    case leastNoise = "least-noise"
    /// The same noise for all.
    case equalNoise = "equal-noise"
    /// Each stage has its weight's share: how fast epsilon falls as its noise grows is in proportion to the weights.
    case shares
  }

  /// Something that the private records are used for, the same in each of its years.
  public struct Stage: Equatable, Sendable {
    public let name: String
    public let kind: Kind
    /// Uses in one year, 1 or more.
    public let steps: Int
    /// Years that have it, 1 being the first.
    public let years: [Int]
    /// Above 0; what it means depends on the objective.
    public let weight: Double
    /// A noise that is settled; nil where the plan sets it.
    public let noise: Double?

    public init(name: String, kind: Kind, steps: Int, years: [Int], weight: Double = 1, noise: Double? = nil) {
      self.name = name
      self.kind = kind
      self.steps = steps
      self.years = years
      self.weight = weight
      self.noise = noise
    }
  }

  public enum Kind: Equatable, Sendable {
    /// Gaussian noise on Poisson samples of this rate.
    case gaussian(rate: Double)
    /// Laplace noise on all records.
    case laplace

    /// With this standard deviation, or scale, as a multiple of what one record moves.
    public func mechanism(noise: Double) -> Mechanism {
      switch self {
      case .gaussian(let rate): .gaussian(noise: noise, rate: rate)
      case .laplace: .laplace(scale: noise)
      }
    }

    /// The variance of one use's loss, times the noise squared, to first order.
    var cost: Double {
      switch self {
      case .gaussian(let rate): rate * rate
      case .laplace: 1
      }
    }
  }

  public init(epsilon: Double, delta: Double, years: Int, objective: Objective, stages: [Stage]) {
    self.epsilon = epsilon
    self.delta = delta
    self.years = years
    self.objective = objective
    self.stages = stages
  }

  func check() throws(PrivacyError) {
    guard epsilon > 0, epsilon.isFinite else {
      throw .outOfRange(name: "epsilon", value: epsilon, needed: "a finite number above 0")
    }
    try PrivacyError.check(delta: delta)
    guard (1...Self.mostYears).contains(years) else {
      throw .countOutOfRange(name: "years", value: years, needed: "from 1 to \(Self.mostYears)")
    }
    guard stages.contains(where: { !$0.years.isEmpty }) else { throw .nothingReleased }
    for stage in stages {
      try PrivacyError.check(steps: stage.steps)
      try stage.kind.mechanism(noise: stage.noise ?? 1).check()
      guard stage.weight > 0, stage.weight.isFinite else {
        throw .outOfRange(
          name: "the weight of \(stage.name)", value: stage.weight, needed: "a finite number above 0")
      }
      if let year = stage.years.first(where: { !(1...years).contains($0) }) {
        throw .countOutOfRange(name: "a year of \(stage.name)", value: year, needed: "from 1 to \(years)")
      }
    }
  }
}
