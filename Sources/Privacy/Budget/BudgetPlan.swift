import Maths

/// How a total of privacy is spent: the noise of each stage, and what epsilon grows by.
///
///     let plan = try BudgetPlan(for: request)
///     plan.entries.last?.cumulative  // at most plan.epsilon
///
/// Epsilons are upper bounds of the loss accountant at the plan's delta, all releases up to there composed. What a stage
/// adds therefore depends on what went before it.
public struct BudgetPlan: Codable, Equatable, Sendable {
  /// The cap.
  public let epsilon: Double
  public let delta: Double
  public let objective: BudgetRequest.Objective
  /// In the order of time.
  public let entries: [Entry]

  /// A stage in one year.
  public struct Entry: Codable, Equatable, Sendable {
    public let year: Int
    public let stage: String
    /// `gaussian` or `laplace`.
    public let mechanism: String
    /// Standard deviation or scale, as a multiple of what one record moves.
    public let noise: Double
    /// The sampling rate; 1 where all records are used.
    public let rate: Double
    public let steps: Int
    /// What epsilon grows by.
    public let increment: Double
    /// Epsilon after it.
    public let cumulative: Double
    /// Epsilon if there were nothing else.
    public let alone: Double
  }

  /// - Throws: ``PrivacyError/fixedNoise(reached:epsilon:delta:)`` if the stages of settled noise alone cost too much.
  public init(for request: BudgetRequest) throws(PrivacyError) {
    try request.check()
    var split = BudgetSplit(request)
    let noises = try split.noises()
    (epsilon, delta, objective) = (request.epsilon, request.delta, request.objective)
    entries = try Self.entries(request, noises)
  }

  private static func entries(
    _ request: BudgetRequest, _ noises: [Double]
  ) throws(PrivacyError) -> [Entry] {
    var entries: [Entry] = []
    var releases: [Release] = []
    var before = 0.0
    var alone: [Release: Double] = [:]
    for year in 1...request.years {
      for (stage, noise) in zip(request.stages, noises) where stage.years.contains(year) {
        let release = Release(stage.kind.mechanism(noise: noise), steps: stage.steps)
        releases.append(release)
        let after = try LossAccountant(releases).epsilon(delta: request.delta).pessimistic
        var own = alone[release] ?? 0
        if alone[release] == nil { own = try LossAccountant([release]).epsilon(delta: request.delta).pessimistic }
        alone[release] = own
        entries.append(
          Entry(
            year: year, stage: stage.name, mechanism: release.mechanism.name, noise: noise,
            rate: release.mechanism.rate, steps: stage.steps, increment: after - before, cumulative: after, alone: own))
        before = after
      }
    }
    return entries
  }
}

extension Mechanism {
  /// `gaussian` or `laplace`.
  public var name: String {
    switch self {
    case .gaussian: "gaussian"
    case .laplace: "laplace"
    }
  }

  /// The sampling rate; 1 where all records are used.
  public var rate: Double {
    switch self {
    case .gaussian(_, let rate): rate
    case .laplace: 1
    }
  }

  /// Standard deviation or scale, as a multiple of what one record moves.
  public var noise: Double {
    switch self {
    case .gaussian(let noise, _): noise
    case .laplace(let scale): scale
    }
  }
}
