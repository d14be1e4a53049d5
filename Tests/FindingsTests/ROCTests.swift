import Findings
import Maths
import Testing

@Suite("The ROC of one list of scores")
struct ROCTests {
  @Test("agrees with the reference values, ties and infinities included")
  func golden() throws {
    let cases = try Golden.read("roc_metrics", as: ROCGolden.self).cases
    #expect(cases.count == 16)
    for (name, one) in cases {
      let roc = ROC(scores: one.score, truths: one.truths)
      #expect(Golden.agree(roc.auc, one.expected.auc), "\(name)")
      #expect(Golden.agree(roc.advantageMax, one.expected.advantageMax), "\(name)")
      #expect(Golden.agree(roc.balancedAccuracyMax, one.expected.balancedAccuracyMax), "\(name)")
      for (limit, expected) in one.expected.tprAtFpr {
        let point = roc.point(within: try #require(Double(limit)))
        #expect(point.tp == expected.tp && point.fp == expected.fp, "\(name) at \(limit)")
        #expect(roc.tpr(point) == expected.tpr && roc.fpr(point) == expected.fpr, "\(name) at \(limit)")
      }
      if let points = one.expected.rocPointsFprTpr {
        #expect(roc.points.map { [roc.fpr($0), roc.tpr($0)] } == points, "\(name)")
      }
    }
  }

  @Test("does not change under a rising map, and turns over with the sign")
  func monotone() {
    let (scores, truths) = sample(seed: 1, distinct: 40)
    let roc = ROC(scores: scores, truths: truths)
    #expect(ROC(scores: scores.map { Elementary.exp($0) }, truths: truths).auc == roc.auc)
    #expect(abs(ROC(scores: scores.map { -$0 }, truths: truths).auc - (1 - roc.auc)) < 1e-15)
    #expect(ROC(scores: scores, truths: truths.map { !$0 }).auc == ROC(scores: scores.map { -$0 }, truths: truths).auc)
  }

  @Test("counts won pairs, a tie as half")
  func pairs() {
    let (scores, truths) = sample(seed: 2, distinct: 7)
    var won = 0.0
    for (one, isMember) in zip(scores, truths) where isMember {
      for (other, otherIsMember) in zip(scores, truths) where !otherIsMember {
        won += one > other ? 1 : one == other ? 0.5 : 0
      }
    }
    let roc = ROC(scores: scores, truths: truths)
    #expect(abs(roc.auc - won / Double(roc.members * roc.nonMembers)) < 1e-15)
    #expect(roc.points.count == Set(scores).count + 1)
  }

  @Test("holds a zero of either sign for one score")
  func zeros() {
    #expect(ROC(scores: [0, -0.0], truths: [true, false]).auc == 0.5)
  }

  @Test("is undefined without non-members")
  func empty() {
    let roc = ROC(scores: [1, 2], truths: [true, true])
    #expect(roc.auc.isNaN && roc.advantageMax.isNaN && roc.balancedAccuracyMax.isNaN)
  }

  private func sample(seed: UInt64, distinct: Int) -> (scores: [Double], truths: [Bool]) {
    var stream = Stream(seed: seed, stream: 0)
    let truths = (0..<200).map { _ in stream.below(3) == 0 }
    return (truths.map { Double(stream.below(distinct) + ($0 ? 2 : 0)) / 8 - 1 }, truths)
  }
}
