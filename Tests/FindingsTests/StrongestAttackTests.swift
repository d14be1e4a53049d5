import Findings
import Maths
import Study
import Testing

@Suite("The strongest attack")
struct StrongestAttackTests {
  private let pool = SyntheticPool(models: 8, subjects: 200, gap: 1, seed: 8)

  private func entrant(_ id: String, _ access: Access, noise: Double) -> StrongestAttack.Entrant {
    var stream = Stream(seed: 12, stream: UInt64(id.count))
    return StrongestAttack.Entrant(
      id: id, access: access,
      scores: pool.scores.map { $0.map { $0 + noise * Normal.standard.quantile(stream.uniform() + 0x1p-54) } })
  }

  private func results(_ entrants: [StrongestAttack.Entrant], workers: Int = 1) -> [StrongestResult] {
    StrongestAttack(
      entrants: entrants, membership: pool.membership, subjects: pool.subjects, replicates: 100, seed: 4,
      workers: workers
    ).results
  }

  @Test("is looked for among attacks that need no more than a level gives")
  func levels() {
    let results = results([
      entrant("weights", .weights, noise: 0), entrant("sharp", .probabilities, noise: 0),
      entrant("blunt", .labels, noise: 5),
    ])
    #expect(results.map(\.access) == [.labels, .topK, .probabilities, .logits])
    #expect(results.map(\.attacks) == [["blunt"], ["blunt"], ["sharp", "blunt"], ["sharp", "blunt"]])
    #expect(results[2].auc.chosen == Array(repeating: "sharp", count: 4))
    #expect(results[0].auc.estimate.value < results[2].auc.estimate.value)
    #expect(results[2].tpr.map(\.fprLimit) == [0.001, 0.01, 0.05, 0.1])
    for choice in results.map(\.auc.estimate) { #expect(choice.low < choice.value && choice.value < choice.high) }
  }

  @Test("gains nothing from many that are worthless, as the plain maximum does")
  func worthless() {
    var sums = (crossed: 0.0, largest: 0.0)
    for seed in 0..<20 {
      let pools = (0..<6).map { SyntheticPool(models: 8, subjects: 80, gap: 0, seed: UInt64(seed * 6 + $0)) }
      // Noise that knows nothing of the first pool's memberships.
      let entrants = pools.enumerated().map {
        StrongestAttack.Entrant(id: String($0), access: .labels, scores: $1.scores)
      }
      let result = StrongestAttack(
        entrants: entrants, membership: pools[0].membership, subjects: pools[0].subjects, replicates: 2, seed: 1
      ).results
      sums.crossed += result[0].auc.estimate.value
      let areas = pools.map { pool in
        (0..<8).reduce(0.0) {
          $0 + ROC(scores: pool.scores[$1], truths: Array(pools[0].membership.row($1))).auc / 8
        }
      }
      sums.largest += areas.max() ?? 0
    }
    #expect(abs(sums.crossed / 20 - 0.5) < 0.012)
    #expect(sums.largest / 20 > 0.515)
  }

  @Test("together with others holds the false-positive rate that they share")
  func union() {
    let result = results([
      entrant("a", .labels, noise: 1), entrant("bb", .labels, noise: 1), entrant("ccc", .labels, noise: 1),
    ])[0]
    #expect(result.envelope.map(\.fprLimit) == [0.001, 0.01, 0.05, 0.1])
    for point in result.envelope { #expect(point.fpr.low <= point.fprLimit && point.fp <= point.tp) }
    // One attack alone spends the whole limit.
    let alone = results([entrant("a", .labels, noise: 1)])[0].envelope[3]
    #expect(alone.fpr.low <= 0.1 && alone.fpr.high >= 0.1 && abs(alone.fpr.value - 0.1) < 0.03)
  }

  @Test("is the same again, by any number of workers")
  func repeatable() {
    let entrants = [entrant("a", .labels, noise: 1), entrant("bb", .logits, noise: 2)]
    for workers in 1...3 { #expect(results(entrants, workers: workers) == results(entrants)) }
  }
}
