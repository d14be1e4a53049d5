import Maths
import Study
import Testing
import Training

@Suite("Linear models and networks")
struct LinearAndNetworkTests {
  @Test("a linear model meets the condition of the minimum")
  func minimum() throws {
    // One column of -1 and 1, so standardising changes nothing; three of four labels agree with it. By symmetry the
    // bias is 0 and the mean loss 3/4 ln(1 + e^-w) + 1/4 ln(1 + e^w) + w^2 / 16 (penalty 1, n = 8) has its minimum
    // where sigmoid(w) + w / 8 = 3/4.
    let records = table([[-1, -1, -1, -1, 1, 1, 1, 1]], labels: [0, 0, 0, 1, 1, 1, 1, 0])
    let trainer = LogisticRegression(penalty: 1)
    let model = try trainer.train(on: records, rows: Array(0..<8), recipe: trainer.recipe, path: .best)
    let weight = Double(model.weights[0, 1])
    #expect(model.weights[0, 0] == 0 && abs(model.biases[1]) < 1e-4)
    #expect(abs(1 / (1 + Elementary.exp(-weight)) + weight / 8 - 0.75) < 1e-4)
  }

  @Test("what does not vary in the half is no flag: a linear model gives it no weight")
  func constants() throws {
    let records = unseen()
    let trainer = LogisticRegression.standard
    let values = try trainer.train(on: records, rows: Array(0..<6), recipe: trainer.recipe, path: .best)
      .signal(for: records).values
    // Records 0 and 6 differ by a level that the half lacks, 1 and 7 by a number that is constant there.
    #expect(values.row(6).elementsEqual(values.row(0)))
    #expect(values.row(7).elementsEqual(values.row(1)))
  }

  @Test("an unseen level moves a network no further than a seen one could")
  func unseenLevel() throws {
    let records = unseen()
    let trainer = MultilayerPerceptron(hidden: [16], epochs: 20, batch: 4, rate: 0.01)
    let values = try trainer.train(on: records, rows: Array(0..<6), recipe: trainer.recipe, seed: 1, path: .best)
      .signal(for: records).values
    // The new level is an input of 1 to untrained weights, not of 1 over a tiny deviation.
    #expect(abs(values[6, 0] - values[0, 0]) < 3)
  }

  @Test("a network that diverges says so")
  func divergence() throws {
    let trainer = MultilayerPerceptron(hidden: [8, 8], epochs: 20, batch: 4, rate: 1e38)
    let records = sample(20)
    #expect(throws: TrainingError.self) {
      try trainer.train(on: records, rows: Array(0..<20), recipe: trainer.recipe, seed: 1, path: .best)
    }
  }

  @Test("a network of another seed is another network")
  func seeds() throws {
    let trainer = MultilayerPerceptron(hidden: [], epochs: 2, batch: 64, rate: 0.001)
    let records = sample(20)
    let models = try [1, 2].map {
      try trainer.train(on: records, rows: Array(0..<20), recipe: trainer.recipe, seed: $0, path: .best)
    }
    #expect(models[0].parameters != models[1].parameters)
  }

  @Test("a missing number counts as the median of the half, beside its own indicator")
  func medians() throws {
    // The half's numbers are 1, 2 and 9: a missing one is 2, and so is record 4's.
    let records = Records(
      columns: [
        Column(name: "x", values: .numbers([1, 2, 9, 0, 2, 0], missing: [false, false, false, true, false, true]))
      ], labels: [0, 0, 1, 1, 0, 0], classes: ["no", "yes"], subjects: Array(0..<6))
    let preparation = Preparation.filling(records.design, rows: [0, 1, 2, 3])
    #expect(preparation.matrix(of: records.design, rows: [3, 4]).elements == [2, 1, 2, 0])
  }

  @Test("columns are standardised by the half's mean and deviation, constant ones by 1")
  func standardised() {
    let records = table([[1, 3, 100], [0.1, 0.1, 0.6]], labels: [0, 1, 1])
    let preparation = Preparation.standardising(records.design, rows: [0, 1])
    // Mean 2, deviation 1; a column of 0.1 only moves.
    #expect(preparation.matrix(of: records.design, rows: 0..<3).elements == [-1, 0, 1, 0, 98, 0.6 - 0.1])
  }

  /// Eight records; in the first six the second column is constant and the third level absent.
  private func unseen() -> Records {
    Records(
      columns: [
        Column(
          name: "x", values: .numbers([1, 2, 3, 4, 5, 6, 1, 2], missing: [Bool](repeating: false, count: 8))),
        Column(
          name: "constant",
          values: .numbers([7, 7, 7, 7, 7, 7, 7, 8], missing: [Bool](repeating: false, count: 8))),
        Column(name: "level", values: .codes([0, 0, 0, 0, 0, 0, 1, 0], levels: ["a", "b"])),
      ], labels: [0, 0, 1, 0, 1, 1, 0, 0], classes: ["no", "yes"], subjects: Array(0..<8))
  }
}
