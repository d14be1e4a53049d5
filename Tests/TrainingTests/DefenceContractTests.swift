import Maths
import Study
import Testing
import Training

/// What `Defence` promises, checked for every entry of the registry.
@Suite("Every defence")
struct DefenceContractTests {
  static let names = defences.map { $0.name }

  @Test("has a name, a card and parameters that it documents", arguments: names)
  func entry(name: String) throws { try checkEntry(try #require(defences.first { $0.name == name })) }

  @Test("acts at its stage alone", arguments: names)
  func stage(name: String) throws {
    let type = try #require(defences.first { $0.name == name })
    // Of a family that has the knob, where one has.
    let recipe = try #require(
      [MultilayerPerceptron.standard.recipe, GradientBoostedTrees.standard.recipe].first {
        (try? type.standard.adjust($0, members: 200)) != nil
      })
    let signal = Signal(
      kind: .logits, resolution: 0, values: Matrix(rows: 1, columns: 2, elements: [0.123, 0.456]))
    #expect(try type.standard.adjust(recipe, members: 200) == recipe || type.stage == .training)
    #expect(type.standard.release(signal, seed: 1) == signal || type.stage == .output)
    #expect(type.standard.release(signal, seed: 1) == type.standard.release(signal, seed: 1))
  }

  @Test("promises a budget where it has an epsilon, and there alone", arguments: names)
  func budget(name: String) throws {
    let type = try #require(defences.first { $0.name == name })
    #expect(type.isBudgeted == type.parameters.contains { $0.name == "epsilon" })
  }

  static let around = defences.filter { [.data, .ensemble].contains($0.stage) }.map { $0.name }

  @Test(
    "fits around every model family: repeatable, of all records, blind to those outside half and population",
    arguments: around, trainers.map { $0.name })
  func wraps(name: String, family: String) throws {
    let defence = try #require(defences.first { $0.name == name }).standard
    let trainer = try #require(trainers.first { $0.name == family }).standard
    let (records, half, population) = (fitting(trainer, 120), Array(0..<80), Array(80..<100))
    let learner = defence.wrap(trainer, population: population)
    #expect(learner.obstacle(to: records, members: 80) == nil)
    let model = try learner.train(on: records, rows: half, recipe: trainer.recipe, seed: 5)
    let signal = model.signal(for: records)
    #expect(signal.values.rows == 120 && signal.values.columns == 3 && model.work > 0)
    #expect(signal.values.elements.allSatisfy(\.isFinite) && (0...0.5).contains(signal.resolution))
    let again = try learner.train(on: records, rows: half, recipe: trainer.recipe, seed: 5)
    #expect(again.signal(for: records) == signal)
    // The last twenty records stand in no one's reach.
    let shorter = fitting(trainer, 100)
    let same = try learner.train(on: shorter, rows: half, recipe: trainer.recipe, seed: 5)
    #expect(same.signal(for: shorter).values.elements[...] == signal.values.elements[..<300])
  }
}
