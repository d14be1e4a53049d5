import Findings
import Maths
import Study
import Testing

@Suite("The difference of two figures on one pool")
struct PairedDifferenceTests {
  private let pool = SyntheticPool(models: 8, subjects: 200, gap: 1, spread: 0.5, seed: 6)

  private func noisy(_ seed: UInt64, _ size: Double) -> AttackMeasurement {
    var stream = Stream(seed: seed, stream: 0)
    return pool.measured(
      pool.scores.map { $0.map { $0 + size * Normal.standard.quantile(stream.uniform() + 0x1p-54) } })
  }

  private func law(_ one: AttackMeasurement, _ other: AttackMeasurement, figure: Int = 0) -> ErrorLaw? {
    ErrorLaw(paired: one.replicates[figure], other.replicates[figure])
  }

  @Test("is nothing between equal attacks, and as well known either way round")
  func symmetric() throws {
    let plain = pool.measured()
    let same = try #require(law(plain, plain))
    #expect(same.deviation == 0 && same.p(0) == 1)
    let worse = noisy(1, 1)
    let there = try #require(law(plain, worse))
    let back = try #require(law(worse, plain))
    #expect(abs(there.deviation - back.deviation) < 1e-12 && abs(there.freedom - back.freedom) < 1e-6)
    #expect(there.p(worse.headline.auc.value - plain.headline.auc.value) < 0.05)
  }

  @Test("is known better than each figure, for they share their draws", arguments: [0, 4])
  func paired(figure: Int) throws {
    let plain = pool.measured()
    let headline = plain.headline
    let own = figure == 0 ? headline.auc.high - headline.auc.low : headline.tpr[3].high - headline.tpr[3].low
    let close = try #require(law(plain, noisy(2, 0.2), figure: figure))
    #expect(2 * close.reach(level: 0.95) < 0.6 * own)
  }

  @Test("is not known where a figure does not vary")
  func constant() {
    let separated = pool.measured((0..<8).map { model in pool.membership.row(model).map { $0 ? 1.0 : 0 } })
    #expect(law(pool.measured(), separated) == nil)
  }
}
