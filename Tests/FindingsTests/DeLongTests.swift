import Findings
import Maths
import Testing

@Suite("DeLong's variance")
struct DeLongTests {
  @Test("agrees with the reference values and is undefined where they are")
  func golden() throws {
    for (name, one) in try Golden.read("roc_metrics", as: ROCGolden.self).cases {
      let deLong = DeLong(scores: one.score, truths: one.truths)
      #expect((deLong.variance == nil) == (one.expected.delongVarNumpy == nil), "\(name)")
      if let variance = deLong.variance, let expected = one.expected.delongVar ?? one.expected.delongVarNumpy {
        #expect(Golden.agree(variance, expected), "\(name)")
      }
      if let ends = one.expected.delongCi95 {
        let interval = deLong.interval()
        #expect((interval == nil) == (ends[0] == nil), "\(name)")
        if let interval, let low = ends[0], let high = ends[1] {
          #expect(Golden.agree(interval.lowerBound, low) && Golden.agree(interval.upperBound, high), "\(name)")
        }
      }
    }
  }

  @Test("compares two attacks on the same records as the reference does")
  func pairs() throws {
    for pair in try Golden.read("roc_metrics", as: ROCGolden.self).pairs.values {
      let comparison = DeLongComparison(pair.score1, pair.score2, truths: pair.label.map { $0 == 1 })
      #expect(Golden.agree(comparison.z, pair.expected.pairedDelongZ))
      #expect(Golden.agree(comparison.p, pair.expected.pairedDelongPTwoSided))
      #expect(Golden.agree(comparison.covariance, pair.expected.cov))
      let interval = comparison.interval()
      #expect(Golden.agree(interval.lowerBound, pair.expected.pairedDiffCi95[0]))
      #expect(Golden.agree(interval.upperBound, pair.expected.pairedDiffCi95[1]))
    }
  }

  @Test("is not fooled by records that stand twice in a subject")
  func clustered() throws {
    let scores = [0.1, 0.9, 0.4, 0.6, 0.7, 0.2, 0.5]
    let truths = [false, true, true, false, true, false, false]
    let plain = DeLong(scores: scores, truths: truths)
    let doubled = DeLong(
      scores: scores + scores, truths: truths + truths, subjects: Array(0..<7) + Array(0..<7))
    #expect(!plain.isClustered && doubled.isClustered)
    #expect(Golden.agree(try #require(doubled.variance), try #require(plain.variance)))
    #expect(doubled.estimate().method == .delongClustered)
    let naive = try #require(DeLong(scores: scores + scores, truths: truths + truths).variance)
    #expect(naive < 0.6 * (try #require(plain.variance)))
  }

  @Test("takes a subject on both sides into account, as worked by hand")
  func bothSides() throws {
    // Placements: members 4 -> 1, 2 -> 1/2; non-members 3 -> 1/2, 1 -> 1; area 3/4, excesses +-1/4.
    // Subject 0 holds 4 and 3 (+1/4, -1/4), subject 1 holds 2 and 1 (-1/4, +1/4).
    // S10/m = 2 (1/16 + 1/16) / 4 = 1/16, the same for S01/n; cross = 2 x 2 (-1/16 - 1/16) / 4 = -1/8: nothing is left.
    let deLong = DeLong(scores: [4, 3, 2, 1], truths: [true, false, true, false], subjects: [0, 0, 1, 1])
    #expect(deLong.auc == 0.75)
    #expect(abs(try #require(deLong.variance)) < 1e-15)
  }

  @Test("at a perfect area leaves the room that the subjects leave")
  func perfect() {
    let truths = [Bool](repeating: true, count: 30) + [Bool](repeating: false, count: 35)
    let scores = truths.map { $0 ? 2.0 : 1.0 }
    let up = DeLong(scores: scores, truths: truths).estimate()
    #expect(up.value == 1 && up.high == 1)
    // 0.025^(1/30)
    #expect(abs(up.low - 0.884296691549) < 1e-9)
    let down = DeLong(scores: scores.map { -$0 }, truths: truths).estimate()
    #expect(down.value == 0 && down.low == 0 && abs(down.high - (1 - up.low)) < 1e-12)
  }

  @Test("says nothing where a side has one subject")
  func unknown() {
    let estimate = DeLong(scores: [1, 2, 3], truths: [true, false, false]).estimate()
    #expect(estimate.value == 0 && estimate.low == 0 && estimate.high == 1)
  }
}
