import Maths
import Study
import Testing
import Training

@Suite("Trainings on every path")
struct PathTests {
  static let paths = KernelPath.allCases.filter(\.isSupported)
  let records = sample(90, classes: 3)
  let rows = Array(stride(from: 1, to: 90, by: 2))

  @Test("give a linear model of the same bits", arguments: paths)
  func linear(path: KernelPath) throws {
    let trainer = LogisticRegression.standard
    let scalar = try trainer.train(on: records, rows: rows, recipe: trainer.recipe, path: .scalar)
    let model = try trainer.train(on: records, rows: rows, recipe: trainer.recipe, path: path)
    #expect(model.weights == scalar.weights && model.biases == scalar.biases && model.work == scalar.work)
    #expect(model.signal(for: records) == scalar.signal(for: records))
  }

  @Test("give a network of the same bits", arguments: paths)
  func network(path: KernelPath) throws {
    let trainer = MultilayerPerceptron(hidden: [33, 17], epochs: 20, batch: 16, rate: 0.01)
    let scalar = try trainer.train(on: records, rows: rows, recipe: trainer.recipe, seed: 3, path: .scalar)
    let model = try trainer.train(on: records, rows: rows, recipe: trainer.recipe, seed: 3, path: path)
    #expect(model.parameters.map(\.bitPattern) == scalar.parameters.map(\.bitPattern))
    #expect(model.signal(for: records) == scalar.signal(for: records))
  }
}
