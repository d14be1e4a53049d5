import Maths
import Study
import Testing
import Training

@Suite("Trees, neighbours and Bayes")
struct SimpleTrainerTests {
  private func signal(_ trainer: some Trainer, _ records: Records, _ rows: [Int], seed: UInt64 = 1) throws -> Signal {
    try trainer.train(on: records, rows: rows, recipe: trainer.recipe, seed: seed).signal(for: records)
  }

  @Test("a tree grown to the end is right and certain about its half")
  func tree() throws {
    let records = sample(200, classes: 3)
    let rows = Array(stride(from: 0, to: 200, by: 2))
    let signal = try signal(DecisionTree.standard, records, rows)
    #expect(signal.resolution == 0.5 / 100)
    for row in rows { #expect(signal.values[row, records.labels[row]] == 1) }
  }

  @Test("a tree of large leaves tells shares of them")
  func leaves() throws {
    // Only 3 parts two records from two: 0 0 | 1 0.
    let records = table([[1, 2, 4, 5]], labels: [0, 0, 1, 0])
    let signal = try signal(DecisionTree(leaf: 2), records, [0, 1, 2, 3])
    #expect(signal.values.elements == [1, 0, 1, 0, 0.5, 0.5, 0.5, 0.5])
  }

  @Test("a random threshold parts what it is asked about, in every tree", arguments: [2, 5])
  func extra(classes: Int) throws {
    let records = sample(200, classes: classes)
    let rows = Array(0..<100)
    let trainer = ExtraTrees(trees: 7, leaf: 1)
    let votes = try signal(trainer, records, rows)
    // Every tree has seen the whole half and is grown to the end.
    for row in rows { #expect(abs(votes.values[row, records.labels[row]] - 1) < 1e-6) }
    #expect(try signal(trainer, records, rows, seed: 2) != votes)
  }

  @Test("random thresholds are spread over the gap between two values")
  func thresholds() throws {
    // One question, at a threshold drawn in 0..<10: records between tell where.
    let records = table([[0, 10] + (1...9).map(Float.init)], labels: [0, 1] + (1...9).map { _ in 0 })
    let votes = try signal(ExtraTrees(trees: 4_000, leaf: 1), records, [0, 1])
    for row in 2..<11 {
      let share = Double(row - 1) / 10
      #expect(abs(Double(votes.values[row, 1]) - share) < 4 * (share * (1 - share) / 4_000).squareRoot())
    }
  }

  @Test("the neighbours are those that a search through all finds, ties to the first")
  func neighbours() throws {
    let records = sample(160, classes: 3)
    let rows = Array(stride(from: 1, to: 160, by: 2))
    let signal = try signal(NearestNeighbours(neighbours: 7), records, rows)
    let preparation = Preparation.standardising(records.design, rows: rows)
    let inputs = preparation.matrix(of: records.design, rows: 0..<160)
    for record in 0..<160 {
      let near = rows.map { other -> (Double, Int) in
        let sum = (0..<inputs.columns).reduce(0.0) { sum, column in
          let difference = Double(inputs[record, column]) - Double(inputs[other, column])
          return sum + difference * difference
        }
        return (sum, other)
      }.sorted { $0 < $1 }.prefix(7)
      for label in 0..<3 {
        let share = Double(near.count { records.labels[$0.1] == label }) / 7
        #expect(abs(Double(signal.values[record, label]) - share) < 1e-6)
      }
    }
    #expect(signal.resolution == 0.5 / 7)
  }

  @Test("more neighbours than a half has cannot be asked")
  func tooMany() {
    #expect(NearestNeighbours(neighbours: 31).obstacle(to: sample(60), members: 30) != nil)
    #expect(NearestNeighbours(neighbours: 30).obstacle(to: sample(60), members: 30) == nil)
  }

  @Test("Bayes's rule is the one of the textbook")
  func bayes() throws {
    // Class 0 at 0 and 2: mean 1, variance 1; class 1 at 5 and 9: mean 7, variance 4; shares one half each.
    let records = table([[0, 2, 5, 9, 4]], labels: [0, 0, 1, 1, 0])
    let signal = try signal(GaussianNaiveBayes(smoothing: 1e-12), records, [0, 1, 2, 3])
    // At 4: -(4 - 1)^2 / 2 against -(4 - 7)^2 / 8 - ln 2.
    let difference = Double(signal.values[4, 0]) - Double(signal.values[4, 1])
    #expect(abs(difference - (-4.5 + 9.0 / 8 + 0.6931471805599453)) < 1e-5)
    #expect(signal.values[4, 1] == 0 && signal.kind == .logits)
  }

  @Test("a class that the half lacks is told to be unlikely, and nothing is no number")
  func lacking() throws {
    let records = table([[0, 2, 5, 9]], labels: [0, 0, 1, 1])
    let signal = try signal(GaussianNaiveBayes.standard, records, [0, 1])
    #expect(signal.values.elements.filter { !$0.isFinite }.isEmpty)
    #expect((0..<4).allSatisfy { signal.values[$0, 0] == 0 && signal.values[$0, 1] < -1e5 })
  }
}
