import Findings
import Testing

@Suite("Parts of a ROC")
struct RegionTests {
  // In order of scores: member, non-member, member, member, non-member, non-member.
  private let roc = ROC(scores: [6, 5, 4, 3, 2, 1], truths: [true, false, true, true, false, false])

  @Test("have the area worked by hand, and the whole has the whole area")
  func partial() {
    // Up to 1/3 the ROC stands at 1/3: area 1/9; at chance 1/18, at most 1/3: (1 + (1/18) / (5/18)) / 2 = 0.6.
    #expect(abs(roc.partialAUC(within: 1.0 / 3) - 0.6) < 1e-12)
    #expect(abs(roc.partialAUC(within: 1) - roc.auc) < 1e-12)
    let tied = ROC(scores: [1, 1, 1, 1], truths: [true, false, true, false])
    #expect(abs(tied.partialAUC(within: 0.25) - 0.5) < 1e-12)
    #expect(ROC(scores: [1], truths: [true]).partialAUC(within: 0.1).isNaN)
    #expect(ROC(scores: [2, 1], truths: [true, false]).partialAUC(within: 0.1) == 1)
  }

  @Test("tell what finding a share of the members costs")
  func finding() {
    #expect(roc.point(finding: 0)?.tp == 0)
    #expect(roc.point(finding: 1.0 / 3).map(roc.fpr) == 0)
    #expect(roc.point(finding: 0.5).map(roc.fpr) == 1.0 / 3)
    #expect(roc.point(finding: 1)?.fp == 1)
    #expect(ROC(scores: [1], truths: [false]).point(finding: 0.5) == nil)
  }

  @Test("have intervals that agree with the reference values")
  func wilson() throws {
    struct Intervals: Decodable {
      struct One: Decodable {
        let k: Int
        let n: Int
        let alpha: Double
        let wilson: [Double]
      }
      let intervals: [One]
    }
    for one in try Golden.read("binomial_intervals", as: Intervals.self).intervals {
      let interval = Wilson.interval(successes: one.k, trials: one.n, level: 1 - one.alpha)
      #expect(Golden.agree(interval.lowerBound, one.wilson[0]) && Golden.agree(interval.upperBound, one.wilson[1]))
    }
  }

  @Test("give shares of members among the accused that fall with the prior")
  func predictive() {
    let tpr = Estimate(value: 0.2, low: 0.1, high: 0.3, method: .clopperPearson)
    let fpr = Estimate(value: 0.1, low: 0.05, high: 0.2, method: .clopperPearson)
    let even = PredictiveValue(prior: 0.5, tpr: tpr, fpr: fpr)
    #expect(abs(even.value - 2.0 / 3) < 1e-12)
    #expect(abs(even.low - 1.0 / 3) < 1e-12 && abs(even.high - 6.0 / 7) < 1e-12)
    #expect(abs(PredictiveValue.value(0.01, 0.2, 0.1) - 0.002 / 0.101) < 1e-12)
    let none = Estimate(value: 0, low: 0, high: 0, method: .clopperPearson)
    let undefined = PredictiveValue(prior: 0.5, tpr: none, fpr: none)
    #expect(undefined.value.isNaN && undefined.low == 0 && undefined.high == 1)
  }
}
