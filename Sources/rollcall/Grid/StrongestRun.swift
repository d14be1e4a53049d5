import Findings
import Study
import Training

/// The strongest attacks of a cell, from the scores of all of them.
struct StrongestRun {
  let signals: Signals
  let replicates: Int
  let seed: UInt64
  /// How many attacks are measured at a time.
  let workers: Int

  /// What the result depends on beyond the pool: which attacks were done, by their names and their measures.
  static func parameters(of results: [AttackResult], keys: [String: String]) -> Parameters {
    let done = results.filter { $0.status == .done }
    return ["attacks": .list(done.map { .list([.word($0.id), .word(keys[$0.id] ?? "")]) })]
  }

  /// - Parameters:
  ///   - results: the attacks, of which those that were done take part.
  ///   - scores: K x N scores of each.
  func results(of results: [AttackResult], scores: [[[Double]]]) -> [StrongestResult] {
    let entrants = entrants(results, scores)
    guard isLargeEnough, !entrants.isEmpty else { return [] }
    return StrongestAttack(
      entrants: entrants, membership: signals.membership, subjects: signals.subjects, replicates: replicates,
      seed: seed, workers: workers
    ).results
  }

  /// Utility and leakage by quarters: what a defence is chosen by.
  func quarters(
    of results: [AttackResult], scores: [[[Double]]], pool: PoolSignals, correctness: Correctness, classes: Int
  ) -> [QuarterResult] {
    let entrants = entrants(results, scores)
    guard isLargeEnough, !entrants.isEmpty else { return [] }
    return QuarterMeasurement(
      correctness: correctness, membership: signals.membership, labels: signals.labels,
      populationLabels: signals.populationLabels, subjects: signals.subjects,
      populationSubjects: pool.populationSubjects, classes: classes, seed: seed
    ).results(entrants)
  }

  private var isLargeEnough: Bool {
    let models = signals.membership.models
    return models >= StrongestAttack.leastModels && models % 2 == 0
  }

  private func entrants(_ results: [AttackResult], _ scores: [[[Double]]]) -> [StrongestAttack.Entrant] {
    zip(results, scores).filter { $0.0.status == .done && !$0.1.isEmpty }.map { result, scores in
      StrongestAttack.Entrant(id: result.id, access: result.access, scores: scores)
    }
  }
}
