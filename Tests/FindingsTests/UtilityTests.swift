import Findings
import Maths
import Study
import Testing

@Suite("Utility of a cell's models")
struct UtilityTests {
  @Test("is that of records outside the training half, as worked by hand")
  func byHand() {
    // Labels 0 0 1 1 and a population 0 1. Model 0 trained on records 0 and 2, model 1 on 1 and 3.
    // Model 0 outside: records 1 (right), 3 (wrong), population right, wrong: 2/4; classes 2/2 and 0/2.
    // Model 1 outside: records 0 (right), 2 (right), population right, right: 1.
    let utility = UtilityMeasurement(
      correctness: Correctness(
        records: [[true, true, false, false], [true, false, true, true]], population: [[true, false], [true, true]]),
      membership: Membership(rows: [[true, false, true, false], [false, true, false, true]]),
      labels: [0, 0, 1, 1], populationLabels: [0, 1], subjects: [0, 1, 2, 3], classes: 2,
      draws: BootstrapDraws(models: 2, subjects: 4, seed: 1), seed: 2
    ).utility
    #expect(utility.accuracy.value == 0.75 && utility.balancedAccuracy.value == 0.75)
    // Model 0 is right on one of its two, model 1 likewise.
    #expect(utility.trainAccuracy == 0.5 && utility.majority == 0.5 && utility.classes == 2)
    #expect(
      utility.accuracy.low <= 0.75 && utility.accuracy.high >= 0.75 && utility.accuracy.low < utility.accuracy.high)
  }

  @Test("of a constant answer is the majority's share, and chance when balanced")
  func constant() {
    let labels = (0..<100).map { $0 < 80 ? 0 : 1 }
    let right = labels.map { $0 == 0 }
    let pool = SyntheticPool(models: 4, subjects: 100, gap: 0, seed: 6)
    let utility = UtilityMeasurement(
      correctness: Correctness(
        records: [[Bool]](repeating: right, count: 4), population: [[Bool]](repeating: right, count: 4)),
      membership: pool.membership, labels: labels, populationLabels: labels, subjects: pool.subjects, classes: 2,
      draws: pool.draws(), seed: 3
    ).utility
    #expect(abs(utility.accuracy.value - 0.8) < 0.03 && utility.majority == 0.8)
    #expect(utility.balancedAccuracy.value == 0.5 && utility.balancedAccuracy.low == 0.5)
    #expect(utility.accuracy.low < 0.77 && utility.accuracy.high > 0.83)
  }

  @Test("takes the first of equal answers")
  func correctness() {
    let signal = Signal(
      kind: .votes, resolution: 0.1, values: Matrix(rows: 3, columns: 2, elements: [0.5, 0.5, 0.5, 0.5, 0.1, 0.9]))
    let correctness = Correctness(
      signals: [signal], populationSignals: [signal], labels: [0, 1, 1], populationLabels: [1, 0, 0])
    #expect(correctness.records == [[true, false, true]] && correctness.population == [[false, true, false]])
  }
}
