import Findings
import Testing

@Suite("The exact interval of a share")
struct ClopperPearsonTests {
  private struct Table: Decodable {
    struct Row: Decodable {
      let k: Int
      let n: Int
      let alpha: Double
      let clopperPearson: [Double]
    }
    let intervals: [Row]
  }

  @Test("agrees with the reference values")
  func golden() throws {
    let rows = try Golden.read("binomial_intervals", as: Table.self).intervals
    #expect(rows.count > 20)
    for row in rows {
      let interval = ClopperPearson.interval(successes: row.k, trials: row.n, level: 1 - row.alpha)
      #expect(Golden.agree(interval.lowerBound, row.clopperPearson[0]), "\(row.k) of \(row.n)")
      #expect(Golden.agree(interval.upperBound, row.clopperPearson[1]), "\(row.k) of \(row.n)")
    }
    for one in try Golden.read("roc_metrics", as: ROCGolden.self).cases.values {
      let members = one.truths.count { $0 }
      for point in one.expected.tprAtFpr.values {
        let estimate = ClopperPearson.estimate(successes: point.tp, trials: members)
        #expect(Golden.agree(estimate.low, point.tprClopperPearson95[0]))
        #expect(Golden.agree(estimate.high, point.tprClopperPearson95[1]))
        #expect(estimate.low <= estimate.value && estimate.value <= estimate.high)
      }
    }
  }

  @Test("without trials knows nothing")
  func nothing() {
    #expect(ClopperPearson.interval(successes: 0, trials: 0) == 0...1)
  }
}
