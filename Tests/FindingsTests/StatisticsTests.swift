import Findings
import Testing

@Suite("Tests of differences")
struct StatisticsTests {
  @Test("of two shares agree with the reference values")
  func proportions() throws {
    for one in try Golden.read("statistics", as: StatisticsGolden.self).twoProportions {
      let test = TwoProportions((one.x1, one.n1), (one.x2, one.n2))
      #expect(Golden.agree(test.z, one.zPooled) && Golden.agree(test.pTwoSided, one.pTwoSided))
      #expect(Golden.agree(test.pLess, one.pLess))
      #expect(Golden.agree(test.exactTwoSided, one.fisherTwoSided) && Golden.agree(test.exactLess, one.fisherLess))
    }
  }

  @Test("of discordant pairs agree with the reference values")
  func discordant() throws {
    for one in try Golden.read("statistics", as: StatisticsGolden.self).mcnemar {
      let test = McNemar(onlyFirst: one.b, onlySecond: one.c)
      #expect(Golden.agree(test.square, one.chi2) && Golden.agree(test.p, one.p))
      #expect(Golden.agree(test.correctedSquare, one.chi2Cc) && Golden.agree(test.pCorrected, one.pCc))
      #expect(Golden.agree(test.exactP, one.exactP))
    }
    #expect(McNemar(onlyFirst: 0, onlySecond: 0).exactP == 1)
  }

  @Test("of areas known by their errors agree with the reference values")
  func summaries() throws {
    for one in try Golden.read("statistics", as: StatisticsGolden.self).aucChangeFromSummary {
      let change = AUCChange(from: (one.auc1, one.se1), to: (one.auc2, one.se2))
      #expect(Golden.agree(change.z, one.z) && Golden.agree(change.pTwoSided, one.pTwoSided))
      #expect(Golden.agree(change.pIncrease, one.pIncrease))
      #expect(Golden.agree(change.interval().lowerBound, one.diffCi95[0]))
      #expect(Golden.agree(change.interval().upperBound, one.diffCi95[1]))
    }
  }

  @Test("of repeated runs agree with the reference values")
  func repeated() throws {
    let one = try Golden.read("statistics", as: StatisticsGolden.self).repeatedRuns
    let runs = RepeatedRuns(old: one.aucBase, new: one.aucNew)
    let (welch, paired, ranks) = try (
      #require(runs.welch), #require(runs.paired), #require(runs.signedRanks)
    )
    #expect(Golden.agree(runs.meanDifference, one.meanDiff))
    #expect(Golden.agree(welch.statistic, one.welchT) && Golden.agree(welch.p, one.welchP))
    #expect(Golden.agree(try #require(welch.freedom), one.welchDf))
    #expect(Golden.agree(paired.statistic, one.pairedT) && Golden.agree(paired.p, one.pairedP))
    #expect(ranks.statistic == one.wilcoxonW && Golden.agree(ranks.p, one.wilcoxonP))
  }

  @Test("do not invent one where nothing varies or counts differ")
  func degenerate() {
    let still = RepeatedRuns(old: [0.5, 0.5], new: [0.5, 0.5])
    #expect(still.welch == nil && still.paired == nil && still.signedRanks == nil && still.meanDifference == 0)
    #expect(RepeatedRuns(old: [0.5, 0.6], new: [0.5, 0.6, 0.7]).paired == nil)
  }

  @Test("of uniform p-values know a grid from a heap")
  func uniform() {
    let grid = (0..<100).map { (Double($0) + 0.5) / 100 }
    let even = KolmogorovSmirnov(uniform: grid)
    #expect(abs(even.distance - 0.005) < 1e-12 && even.p > 0.999)
    let heap = KolmogorovSmirnov(uniform: grid.map { $0 * $0 })
    // The largest gap of sqrt(x) - x is 1/4, give or take half a step.
    #expect(abs(heap.distance - 0.25) < 0.006 && heap.p < 1e-4)
    // Tabulated: 10 values, 5 % point 0.409.
    let ten = KolmogorovSmirnov(uniform: (0..<10).map { min(1, Double($0) / 10 + 0.409) })
    #expect(abs(ten.distance - 0.409) < 1e-12 && abs(ten.p - 0.05) < 0.002)
  }
}

/// The content of statistics.json, but for adjustments.
struct StatisticsGolden: Decodable, Sendable {
  struct Shares: Decodable, Sendable {
    let x1: Int
    let n1: Int
    let x2: Int
    let n2: Int
    let zPooled: Double
    let pTwoSided: Double
    let pLess: Double
    let fisherTwoSided: Double
    let fisherLess: Double

    private enum CodingKeys: String, CodingKey {
      case x1, n1, x2, n2, zPooled, pTwoSided, fisherTwoSided
      case pLess = "pLess(P1<P2)"
      case fisherLess = "fisherLess(P1<P2)"
    }
  }
  struct Discordant: Decodable, Sendable {
    let b: Int
    let c: Int
    let exactP: Double
    let chi2: Double
    let p: Double
    let chi2Cc: Double
    let pCc: Double
  }
  struct Summary: Decodable, Sendable {
    let auc1: Double
    let se1: Double
    let auc2: Double
    let se2: Double
    let z: Double
    let pTwoSided: Double
    let pIncrease: Double
    let diffCi95: [Double]
  }
  struct Runs: Decodable, Sendable {
    let aucBase: [Double]
    let aucNew: [Double]
    let meanDiff: Double
    let welchT: Double
    let welchDf: Double
    let welchP: Double
    let pairedT: Double
    let pairedP: Double
    let wilcoxonW: Double
    let wilcoxonP: Double
  }
  let twoProportions: [Shares]
  let mcnemar: [Discordant]
  let aucChangeFromSummary: [Summary]
  let repeatedRuns: Runs
}
