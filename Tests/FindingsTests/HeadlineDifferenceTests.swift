import Findings
import Maths
import Study
import Testing

@Suite("The difference of two headlines")
struct HeadlineDifferenceTests {
  private let pool = SyntheticPool(models: 8, subjects: 200, gap: 1, spread: 0.5, seed: 6)

  private func noisy(_ seed: UInt64, _ size: Double) -> [[Double]] {
    var stream = Stream(seed: seed, stream: 0)
    return pool.scores.map { $0.map { $0 + size * Normal.standard.quantile(stream.uniform() + 0x1p-54) } }
  }

  private func difference(_ one: [[Double]], _ other: [[Double]]) -> HeadlineDifference {
    HeadlineDifference(one, other, membership: pool.membership, subjects: pool.subjects, draws: pool.draws())
  }

  @Test("is nothing between equal attacks, and turns over with their order")
  func symmetric() {
    let same = difference(pool.scores, pool.scores)
    #expect(same.auc.value == 0 && same.auc.low == 0 && same.auc.high == 0 && same.aucP == 1)
    let there = difference(pool.scores, noisy(1, 1))
    let back = difference(noisy(1, 1), pool.scores)
    #expect(there.auc.value == -back.auc.value && abs(there.auc.low + back.auc.high) < 1e-12)
    #expect(there.auc.high < 0 && there.aucP < 1e-6 && abs(there.aucP - back.aucP) < 1e-12)
    #expect(there.tpr.count == HeadlineDifference.limits.count && there.tpr[3].value < 0)
  }

  @Test("is known better than each headline, for they share their draws")
  func paired() {
    let headline = pool.measured().headline.auc
    let close = difference(pool.scores, noisy(2, 0.2)).auc
    #expect(close.high - close.low < 0.5 * (headline.high - headline.low))
  }
}
