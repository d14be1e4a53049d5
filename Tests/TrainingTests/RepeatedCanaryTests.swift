import Maths
import Study
import Testing
import Training

@Suite("A record as a repeated canary")
struct RepeatedCanaryTests {
  /// K models by N records: noise, and `gain` on record 7 where a model trained on it.
  private static func pool(_ models: Int, gain: Double, seed: UInt64) -> (phi: [[Double]], membership: Membership) {
    var stream = Maths.Stream(seed: seed, stream: 0)
    var rows: [[Bool]] = []
    for _ in 0..<models / 2 {
      let half = (0..<40).map { _ in stream.below(2) == 0 }
      rows += [half, half.map { !$0 }]
    }
    let phi = rows.map { row in
      row.enumerated().map { record, isIn in
        Normal.standard.quantile(0.0005 + 0.999 * stream.uniform()) + (record == 7 && isIn ? gain : 0)
      }
    }
    return (phi, Membership(rows: rows))
  }

  @Test("finds the record that tells, and judges it on models that did not choose it")
  func found() throws {
    let (phi, membership) = Self.pool(64, gain: 12, seed: 1)
    let canary = try #require(RepeatedCanary(phi: phi, membership: membership))
    #expect(canary.record == 7 && canary.present == 16 && canary.absent == 16)
    #expect(canary.found == 16 && canary.falselyFound == 0)
    // What the judges say changes no choice.
    var other = phi
    for model in other.indices where model / 2 % 2 == 1 { other[model][7] = 0 }
    #expect(RepeatedCanary(phi: other, membership: membership)?.record == 7)
  }

  @Test("finds as many where the record is as where it is not, if nothing tells")
  func null() throws {
    var (found, falselyFound) = (0, 0)
    for seed in 0..<200 as Range<UInt64> {
      let (phi, membership) = Self.pool(32, gain: 0, seed: seed)
      let canary = try #require(RepeatedCanary(phi: phi, membership: membership))
      #expect(canary.present == 8 && canary.absent == 8)
      found += canary.found
      falselyFound += canary.falselyFound
    }
    // 1,600 coins on either side: 28 is a deviation of the difference, four of them are allowed.
    #expect(abs(found - falselyFound) < 113 && found > 500)
  }

  @Test("needs eight models")
  func small() {
    let (phi, membership) = Self.pool(6, gain: 5, seed: 1)
    #expect(RepeatedCanary(phi: phi, membership: membership) == nil)
  }
}
