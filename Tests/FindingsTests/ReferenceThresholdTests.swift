import Findings
import Study
import Testing

@Suite("Thresholds chosen on other models")
struct ReferenceThresholdTests {
  private let pool = SyntheticPool(models: 8, subjects: 300, gap: 1, seed: 3)

  @Test("are those of the pooled ROC without the target and its complement")
  func others() throws {
    for limit in [0.01, 0.1] {
      let thresholds = ReferenceThresholds.thresholds(
        scores: pool.scores, membership: pool.membership, limit: limit)
      for target in 0..<8 {
        let mocks = (0..<8).filter { $0 / 2 != target / 2 }
        let roc = ROC(
          scores: mocks.flatMap { pool.scores[$0] }, truths: mocks.flatMap { Array(pool.membership.row($0)) })
        #expect(thresholds[target] == roc.point(within: limit).threshold)
      }
    }
  }

  @Test("owe nothing to the target's own scores")
  func blind() {
    var scores = pool.scores
    scores[4] = scores[4].map { 5 - 2 * $0 }
    scores[5] = scores[5].map { _ in 0 }
    let before = ReferenceThresholds.thresholds(scores: pool.scores, membership: pool.membership, limit: 0.05)
    let after = ReferenceThresholds.thresholds(scores: scores, membership: pool.membership, limit: 0.05)
    #expect(before[4] == after[4] && before[5] == after[5] && before[0] != after[0])
  }

  @Test("give counts that add up, near the limit, in intervals that hold them")
  func points() {
    let points = ReferenceThresholds.points(
      scores: pool.scores, membership: pool.membership, subjects: pool.subjects)
    #expect(points.map(\.fprLimit) == [0.001, 0.01, 0.05, 0.1])
    for point in points {
      #expect(point.tpr.value == Double(point.tp) / 1_200 && point.fpr.value == Double(point.fp) / 1_200)
      #expect(point.fpr.low <= point.fprLimit && point.fprLimit <= point.fpr.high)
      #expect(point.tpr.low < point.tpr.value && point.tpr.value < point.tpr.high)
      #expect(point.ppv.map(\.prior) == PredictiveValue.priors)
      // Dependent trials tell less than as many independent ones.
      let naive = ClopperPearson.interval(successes: point.fp, trials: 1_200)
      #expect(point.fpr.high >= naive.upperBound && point.fpr.low <= naive.lowerBound)
    }
  }

  @Test("need mock targets, and accuse nobody where no member stands out")
  func nobody() {
    let two = SyntheticPool(models: 2, subjects: 20, gap: 1, seed: 1)
    #expect(
      ReferenceThresholds.points(scores: two.scores, membership: two.membership, subjects: two.subjects).isEmpty)
    let same = pool.scores.map { $0.map { _ in 1.0 } }
    let points = ReferenceThresholds.points(scores: same, membership: pool.membership, subjects: pool.subjects)
    #expect(points.allSatisfy { $0.tp == 0 && $0.fp == 0 && $0.tpr.low == 0 && $0.fpr.high > 0.005 })
    #expect(points.allSatisfy { $0.ppv.allSatisfy { $0.value.isNaN && $0.low == 0 && $0.high == 1 } })
  }
}
