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
    let recipe = MultilayerPerceptron.standard.recipe
    let signal = Signal(
      kind: .logits, resolution: 0, values: Matrix(rows: 1, columns: 2, elements: [0.123, 0.456]))
    #expect(try type.standard.adjust(recipe, members: 10) == recipe || type.stage == .training)
    #expect(type.standard.release(signal, seed: 1) == signal || type.stage == .output)
    #expect(type.standard.release(signal, seed: 1) == type.standard.release(signal, seed: 1))
  }
}
