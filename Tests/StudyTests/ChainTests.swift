import Maths
import Study
import Testing

/// A list of defences is a defence.
@Suite("A chain of defences")
struct ChainTests {
  private static let catalogue = Catalogue(
    datasets: ["toy"], models: [ToyTrainer.self],
    defences: [
      ToyDefence.self, Trees.self, Doubling.self, Adding.self, Telling.self, Budgeted.self, Made.self,
    ], attacks: [ToyAttack.self])

  private func chains(_ defences: String) throws(ManifestError) -> [Chain] {
    let text = """
      name: quick
      datasets: [toy]
      models: [toy-forest]
      attacks: [toy-attack]
      defences: \(defences)
      """
    return try Manifest.read(Array(text.utf8), file: "study.yaml", catalogue: Self.catalogue).defences
  }

  @Test("is written as a list in the list, and a sweep inside it gives a chain a setting")
  func read() throws {
    let chains = try chains(
      "[none, [fewer-trees, {name: adding, number: [1, 2]}], [doubling], {name: adding, number: [3]}]")
    #expect(
      chains.map(\.identity) == [
        "none", "fewer-trees trees=5 + adding number=1", "fewer-trees trees=5 + adding number=2", "doubling",
        "adding number=3",
      ])
    #expect(chains.map(\.name) == ["none", "fewer-trees+adding", "fewer-trees+adding", "doubling", "adding"])
    #expect(chains[1].values == ["fewer-trees.trees": .whole(5), "adding.number": .whole(1)])
    #expect(chains[4].values == ["number": .whole(3)])
  }

  @Test("gives cells of its own, each with an id that is a file name")
  func plan() throws {
    let text = """
      name: quick
      datasets: [toy]
      models: [toy-forest]
      attacks: [toy-attack]
      defences: [fewer-trees, [fewer-trees, doubling], {name: adding, number: [1, 2]}]
      """
    let plan = Plan(try Manifest.read(Array(text.utf8), file: "study.yaml", catalogue: Self.catalogue))
    #expect(
      plan.cells.map(\.id) == [
        "toy-toy-forest-fewer-trees", "toy-toy-forest-fewer-trees-doubling", "toy-toy-forest-adding",
        "toy-toy-forest-adding-number-2",
      ])
  }

  struct Refusal: Sendable, CustomTestStringConvertible {
    let defences: String
    let says: [String]
    var testDescription: String { defences }
  }

  @Test(
    "is refused with one sentence that says where",
    arguments: [
      Refusal(defences: "[[none, doubling]]", says: ["'none' changes nothing"]),
      Refusal(defences: "[[doubling, doubling]]", says: ["holds 'doubling' twice"]),
      Refusal(defences: "[[doubling, [adding]]]", says: ["cannot hold another chain"]),
      Refusal(defences: "[[telling, budgeted]]", says: ["'budgeted' keeps to its epsilon", "remove 'telling'"]),
      Refusal(defences: "[[budgeted, doubling, telling]]", says: ["remove 'telling'"]),
      Refusal(defences: "[[telling, made]]", says: ["'made' keeps to its epsilon"]),
      Refusal(defences: "[[]]", says: ["a chain of defences is empty"]),
      Refusal(defences: "[[adding, doublin]]", says: ["there is no defence 'doublin'", "doubling"]),
      Refusal(defences: "[[doubling], doubling]", says: ["holds 'doubling' twice"]),
      Refusal(
        defences: "[[\((0..<9).map { "d\($0)" }.joined(separator: ", "))]]", says: ["9 defences is too long", "8"]),
    ])
  func refused(case refusal: Refusal) {
    let error = #expect(throws: ManifestError.self) { try chains(refusal.defences) }
    #expect(error?.line == 5)
    for part in refusal.says { #expect(error?.message.contains(part) ?? false, "\(error?.message ?? "")") }
  }

  @Test("keeps a budget with what only releases, and with anything once private records are made")
  func budgets() throws {
    let chains = try chains("[[budgeted, doubling], [made, telling], [made, budgeted, telling]]")
    #expect(chains.map(\.name) == ["budgeted+doubling", "made+telling", "made+budgeted+telling"])
  }

  @Test("releases what its parts release one after another, in their order")
  func releases() {
    let signal = Signal(kind: .logits, resolution: 0, values: Matrix(rows: 1, columns: 2, elements: [1, 2]))
    let (first, second) = (Doubling(), Adding(number: 3))
    #expect(Chain([first, second]).release(signal, seed: 1).values.elements == [5, 7])
    #expect(Chain([second, first]).release(signal, seed: 1).values.elements == [8, 10])
  }

  @Test("adjusts the recipe by every part, and skips the cell where one part does not apply")
  func adjusts() throws {
    let chain = Chain([Trees(trees: 5), Doubling()])
    #expect(try chain.adjust(Recipe(trees: 100), members: 9) == Recipe(trees: 5))
    #expect(throws: NotApplicable("no trees")) { try chain.adjust(Recipe(epochs: 3), members: 9) }
  }

  @Test("shows a record to its first part first")
  func wraps() throws {
    let learner = Chain([Telling(word: "a"), Whispering(word: "b")]).wrap(ToyTrainer.standard, population: [])
    #expect((learner as? Told)?.words == ["a", "b"])
  }

  @Test("trains by the parts that train alone: chains that differ in what they release share their models")
  func shares() {
    let chain = Chain([Trees(trees: 5), Doubling()])
    #expect(chain.ofTraining.identity == Chain(Trees(trees: 5)).identity && chain.ofOutput.name == "doubling")
    #expect(Chain(ToyDefence()).ofTraining.name.isEmpty && Chain(ToyDefence()).ofTraining.values.isEmpty)
  }
}

private struct Trees: Defence {
  static let name = "fewer-trees"
  static let card = Card(title: "Fewer trees", summary: "Fewer.", source: "")
  static let parameters = [Parameter("trees", .whole(1...9), "Trees.")]
  static let standard = Trees(trees: 5)
  static let stage = Stage.training
  let trees: Int
  func adjust(_ recipe: Recipe, members: Int) throws(NotApplicable) -> Recipe {
    guard recipe.trees != nil else { throw NotApplicable("no trees") }
    return Recipe(trees: trees)
  }
}

private struct Doubling: Defence {
  static let name = "doubling"
  static let card = Card(title: "Doubling", summary: "Doubles.", source: "")
  static let standard = Doubling()
  static let stage = Stage.output
  func release(_ signal: Signal, seed: UInt64) -> Signal { signal.mapping { 2 * $0 } }
}

private struct Adding: Defence {
  static let name = "adding"
  static let card = Card(title: "Adding", summary: "Adds.", source: "")
  static let parameters = [Parameter("number", .number(0...9), "What is added.")]
  static let standard = Adding(number: 1)
  static let stage = Stage.output
  let number: Double
  func release(_ signal: Signal, seed: UInt64) -> Signal { signal.mapping { $0 + Float(number) } }
}

private struct Telling: Defence {
  static let name = "telling"
  static let card = Card(title: "Telling", summary: "Tells.", source: "")
  static let standard = Telling(word: "")
  static let stage = Stage.ensemble
  let word: String
  func wrap(_ learner: any Learner, population: [Int]) -> any Learner { Told(word: word, base: learner) }
}

private struct Budgeted: Defence {
  static let name = "budgeted"
  static let card = Card(title: "Budgeted", summary: "Proves.", source: "")
  static let standard = Budgeted()
  static let stage = Stage.training
  static let isBudgeted = true
}

private struct Made: Defence {
  static let name = "made"
  static let card = Card(title: "Made", summary: "Proves.", source: "")
  static let standard = Made()
  static let stage = Stage.data
  static let isBudgeted = true
}

private struct Whispering: Defence {
  static let name = "whispering"
  static let card = Card(title: "Whispering", summary: "Tells.", source: "")
  static let standard = Whispering(word: "")
  static let stage = Stage.ensemble
  let word: String
  func wrap(_ learner: any Learner, population: [Int]) -> any Learner { Told(word: word, base: learner) }
}

private struct Told: Learner {
  let word: String
  let base: any Learner
  var words: [String] { [word] + ((base as? Told)?.words ?? []) }
  func train(on records: Records, rows: [Int], recipe: Recipe, seed: UInt64) throws(TrainingError) -> any Model {
    try base.train(on: records, rows: rows, recipe: recipe, seed: seed)
  }
}

extension Signal {
  fileprivate func mapping(_ change: (Float) -> Float) -> Signal {
    Signal(
      kind: kind, resolution: resolution,
      values: Matrix(rows: values.rows, columns: values.columns, elements: values.elements.map(change)))
  }
}
