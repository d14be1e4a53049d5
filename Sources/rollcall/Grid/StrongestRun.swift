import Findings
import Study

/// The strongest attacks of a cell, from the scores of all of them.
struct StrongestRun {
  let signals: Signals
  let replicates: Int
  let seed: UInt64

  /// What the result depends on beyond the pool: which attacks were done, by their names and their measures.
  static func parameters(of results: [AttackResult], keys: [String: String]) -> Parameters {
    let done = results.filter { $0.status == .done }
    return ["attacks": .list(done.map { .list([.word($0.id), .word(keys[$0.id] ?? "")]) })]
  }

  /// - Parameters:
  ///   - results: the attacks, of which those that were done take part.
  ///   - scores: K x N scores of each.
  func results(of results: [AttackResult], scores: [[[Double]]]) -> [StrongestResult] {
    let entrants = zip(results, scores).filter { $0.0.status == .done && !$0.1.isEmpty }.map { result, scores in
      StrongestAttack.Entrant(id: result.id, access: result.access, scores: scores)
    }
    let models = signals.membership.models
    guard !entrants.isEmpty, models >= StrongestAttack.leastModels, models % 2 == 0 else { return [] }
    return StrongestAttack(
      entrants: entrants, membership: signals.membership, subjects: signals.subjects, replicates: replicates, seed: seed
    ).results
  }
}
