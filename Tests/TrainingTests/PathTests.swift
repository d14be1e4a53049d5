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

  @Test("give a network of tanh, momentum, dropout and noise the same bits", arguments: paths)
  func privateNetwork(path: KernelPath) throws {
    let trainer = MultilayerPerceptron(
      hidden: [33, 17], activation: .tanh, epochs: 5, batch: 16, rate: 0.01, optimiser: .momentum, schedule: .linear)
    var recipe = trainer.recipe
    recipe.network?.dropout = 0.3
    let open = try [KernelPath.scalar, path].map {
      try trainer.train(on: records, rows: rows, recipe: recipe, seed: 3, path: $0).parameters.map(\.bitPattern)
    }
    #expect(open[0] == open[1])
    recipe.network?.privacy = NetworkRecipe.PrivateTraining(
      epsilon: 1, delta: 1e-5, clip: 1, noise: 1.5, samplingRate: 0.3, stepsAnEpoch: 4, optimiser: .adam,
      bySubject: false, secureNoise: false)
    let closed = try [KernelPath.scalar, path].map {
      try trainer.train(on: records, rows: rows, recipe: recipe, seed: 3, path: $0).parameters.map(\.bitPattern)
    }
    #expect(closed[0] == closed[1])
  }

  @Test("give a convolutional network of the same bits", arguments: paths)
  func images(path: KernelPath) throws {
    let trainer = ConvolutionalNetwork(
      channels: [9, 16], residual: true, hidden: [12], epochs: 3, batch: 16, rate: 0.01)
    let images = sampleImages(60)
    let models = try [KernelPath.scalar, path].map {
      try trainer.train(on: images, rows: Array(0..<40), recipe: trainer.recipe, seed: 3, path: $0)
    }
    #expect(models[0].parameters.map(\.bitPattern) == models[1].parameters.map(\.bitPattern))
    #expect(models[0].signal(for: images) == models[1].signal(for: images))
  }
}
