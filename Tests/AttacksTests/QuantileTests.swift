import Attacks
import Study
import Testing

/// The quantile attack where features tell all that there is to know of difficulty.
@Suite("Quantile regression")
struct QuantileTests {
  @Test("takes each record's difficulty off, so that it beats the loss attack by 0.05")
  func difficulty() throws {
    let pool = Pool()
    let quantile = try AttackCase(attack: Quantile.standard, testDescription: "").meanArea(pool)
    let loss = try AttackCase(attack: Loss(), testDescription: "").meanArea(pool)
    #expect(quantile > loss + 0.05)
  }

  @Test("leaves the share of outsiders above 0 that it was made for", arguments: [0.5, 0.9, 0.95])
  func nominal(level: Double) throws {
    // Nobody gains by training: all 2,000 records are outsiders.
    let pool = Pool(models: 2, records: 2000, gain: 0, seed: 4)
    let scores = try Quantile(level: level).scores(pool.signals.evidence(target: 0, seed: 1))
    let above = Double(scores.count { $0 > 0 }) / 2000
    // Four standard errors: 1,000 records made the threshold and 2,000 are counted.
    let error = (level * (1 - level) * (1.0 / 1000 + 1.0 / 2000)).squareRoot()
    #expect(abs(above - (1 - level)) < 4 * error)
  }
}
