import Maths
import Study
import Testing
import Training

@Suite("Defences")
struct DefenceTests {
  @Test("weight decay joins the decay that a recipe has")
  func decayAdds() throws {
    let adjusted = try WeightDecay(strength: 0.25).adjust(Recipe(epochs: 3, weightDecay: 0.5), members: 9)
    #expect(adjusted == Recipe(epochs: 3, weightDecay: 0.75))
  }

  @Test("weight decay has no meaning for trees")
  func noWeights() {
    #expect(throws: NotApplicable("this model family has no weights to decay")) {
      try WeightDecay.standard.adjust(RandomForest.standard.recipe, members: 9)
    }
  }

  @Test("weight decay shrinks the weights of both families")
  func decayShrinks() throws {
    let (records, rows) = (sample(80), Array(0..<40))
    let linear = LogisticRegression.standard
    let network = MultilayerPerceptron(hidden: [8], epochs: 30, batch: 8, rate: 0.01)
    let defence = WeightDecay.standard
    let plain = try linear.train(on: records, rows: rows, recipe: linear.recipe, path: .best)
    let decayed = try linear.train(
      on: records, rows: rows, recipe: defence.adjust(linear.recipe, members: 40), path: .best)
    #expect(squares(decayed.weights.elements) < 0.9 * squares(plain.weights.elements))
    let free = try network.train(on: records, rows: rows, recipe: network.recipe, seed: 1, path: .best)
    let held = try network.train(
      on: records, rows: rows, recipe: defence.adjust(network.recipe, members: 40), seed: 1, path: .best)
    #expect(squares(held.parameters) < 0.5 * squares(free.parameters))
  }

  @Test("rounding tells probabilities with one decimal")
  func rounds() {
    // Softmax of (0, ln 3) is (1/4, 3/4); halves go to the even neighbour.
    let logits = Signal(
      kind: .logits, resolution: 0, values: Matrix(rows: 2, columns: 2, elements: [0, 1.0986123, 0, 4]))
    let released = Rounding(decimals: 1).release(logits, seed: 0)
    #expect(released.kind == .probabilities && released.resolution == 0.05)
    #expect(released.values.elements[2...] == [0, 1])
    #expect(Rounding(decimals: 2).release(logits, seed: 0).values.elements == [0.25, 0.75, 0.02, 0.98])
  }

  @Test("rounding leaves votes no finer than they were")
  func coarserVotes() {
    let votes = Signal(
      kind: .votes, resolution: 0.125, values: Matrix(rows: 1, columns: 2, elements: [0.25, 0.75]))
    #expect(Rounding(decimals: 1).release(votes, seed: 0).resolution == 0.125)
    #expect(Rounding(decimals: 0).release(votes, seed: 0).resolution == 0.5)
    #expect(Rounding(decimals: 0).release(votes, seed: 0).values.elements == [0, 1])
  }

  private func squares(_ values: [Float]) -> Float { values.reduce(0) { $0 + $1 * $1 } }
}
