import Maths

/// Finds the noises of a plan: their proportions by the objective, their size by the loss accountant.
///
/// A stage's cost is how fast epsilon falls with the logarithm of its noise, times the noise squared: nearly a constant.
/// Proportions follow from costs, and costs are measured anew at each split until both fit.
struct BudgetSplit {
  private let request: BudgetRequest
  /// Of each stage; 0 where its noise is settled or it has no year.
  private var costs: [Double]

  private static let rounds = 3
  /// On the way a wider grid and a wider search do.
  private static let roughInterval = 1e-3
  private static let roughTolerance = 1e-3
  /// By how much a noise grows to measure what that saves.
  private static let growth = 1.05

  init(_ request: BudgetRequest) {
    self.request = request
    costs = request.stages.map { stage in
      let isOpen = stage.noise == nil && !stage.years.isEmpty
      return isOpen ? stage.kind.cost * Double(stage.steps) * Double(stage.years.count) : 0
    }
  }

  /// One noise a stage.
  mutating func noises() throws(PrivacyError) -> [Double] {
    try checkSettled()
    guard costs.contains(where: { $0 > 0 }) else { return noises(scale: 1) }
    if request.objective != .equalNoise {
      for _ in 0..<Self.rounds { try measureCosts(at: try scale(isRough: true)) }
    }
    return noises(scale: try scale(isRough: false))
  }

  /// The least scale that keeps the total.
  private func scale(isRough: Bool) throws(PrivacyError) -> Double {
    try NoiseSearch(epsilon: request.epsilon, delta: request.delta)
      .least(tolerance: isRough ? Self.roughTolerance : NoiseSearch.tolerance) { scale throws(PrivacyError) in
        try epsilon(noises(scale: scale), isRough: isRough)
      }
  }

  private func epsilon(_ noises: [Double], isRough: Bool) throws(PrivacyError) -> Double {
    let releases = zip(request.stages, noises).filter { !$0.0.years.isEmpty }.map { stage, noise in
      Release(stage.kind.mechanism(noise: noise), steps: stage.steps * stage.years.count)
    }
    return try LossAccountant(releases, interval: isRough ? Self.roughInterval : nil)
      .epsilon(delta: request.delta).pessimistic
  }

  private mutating func measureCosts(at scale: Double) throws(PrivacyError) {
    let noises = noises(scale: scale)
    let whole = try epsilon(noises, isRough: true)
    for stage in costs.indices where costs[stage] > 0 {
      var grown = noises
      grown[stage] *= Self.growth
      let saved = whole - (try epsilon(grown, isRough: true))
      // What saves nothing that can be measured keeps its first cost.
      if saved > 0 { costs[stage] = saved / Elementary.log(Self.growth) * noises[stage] * noises[stage] }
    }
  }

  private func noises(scale: Double) -> [Double] {
    request.stages.indices.map { index in
      let stage = request.stages[index]
      guard costs[index] > 0 else { return stage.noise ?? 1 }
      return min(max(scale * proportion(costs[index], stage.weight), Mechanism.leastNoise), Mechanism.mostNoise / 2)
    }
  }

  private func proportion(_ cost: Double, _ weight: Double) -> Double {
    switch request.objective {
    case .equalNoise: 1
    // cost / noise^2 in proportion to the weight.
    case .shares: (cost / weight).squareRoot()
    // The least sum of weight noise^2 for a given sum of cost / noise^2 has noise^4 in proportion to cost / weight.
    case .leastNoise: (cost / weight).squareRoot().squareRoot()
    }
  }

  private func checkSettled() throws(PrivacyError) {
    let releases = request.stages.filter { !$0.years.isEmpty }.compactMap { stage in
      stage.noise.map { Release(stage.kind.mechanism(noise: $0), steps: stage.steps * stage.years.count) }
    }
    guard !releases.isEmpty else { return }
    let reached = try LossAccountant(releases).epsilon(delta: request.delta).pessimistic
    guard reached <= request.epsilon else {
      throw .fixedNoise(reached: reached, epsilon: request.epsilon, delta: request.delta)
    }
  }
}
