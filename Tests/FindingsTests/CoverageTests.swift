import Findings
import Testing

/// How often intervals hold the truth and verdicts err, over 200 made-up pools with fixed seeds.
///
/// The bands are five standard errors of 200 runs wide or more: they catch a wrong variance, not a slight one.
@Suite("Over many pools")
struct CoverageTests {
  private static let runs = 200

  @Test("without a leak intervals hold 0.5 and the limits, and few verdicts are wrong")
  func noLeak() {
    var held = (auc: 0, rate: 0, target: 0)
    var leaks = 0
    for seed in 0..<Self.runs {
      let measured = SyntheticPool(models: 8, subjects: 160, own: 0.5, gap: 0, seed: UInt64(seed)).measured()
      let headline = measured.headline
      if headline.auc.low <= 0.5, 0.5 <= headline.auc.high { held.auc += 1 }
      let rate = headline.tpr[3]
      if rate.low <= 0.1, 0.1 <= rate.high { held.rate += 1 }
      let target = measured.targets[3].auc
      if target.low <= 0.5, 0.5 <= target.high { held.target += 1 }
      if headline.verdict == .leak { leaks += 1 }
    }
    let expected = 176...200
    #expect(expected.contains(held.auc) && expected.contains(held.rate) && expected.contains(held.target))
    #expect((1...24).contains(leaks))
  }

  @Test("with a leak intervals hold the true area and rate, also where subjects have three records")
  func leak() {
    // Members N(0.5, 1.25), non-members N(0, 1): the area is P(N(0.5, 2.25) > 0) = cdf(1/3) = 0.63056; the rate at
    // 10 % is P(N(0.5, 1.25) > 1.28155) = 0.24224.
    var held = (auc: 0, rate: 0)
    for seed in 0..<Self.runs {
      let pool = SyntheticPool(
        models: 8, subjects: 120, recordsPerSubject: 3, own: 0, gap: 0.5, spread: 0.5, seed: UInt64(seed))
      let headline = pool.measured(pool.draws(replicates: 200)).headline
      if headline.auc.low <= 0.63056, 0.63056 <= headline.auc.high { held.auc += 1 }
      let rate = headline.tpr[3]
      if rate.low <= 0.24224, 0.24224 <= rate.high { held.rate += 1 }
    }
    let expected = 176...200
    #expect(expected.contains(held.auc) && expected.contains(held.rate))
  }
}
