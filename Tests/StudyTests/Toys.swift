import Maths
import Study

/// A model family with a knob of each kind, for tests of the decoder.
struct ToyTrainer: Trainer {
  static let name = "toy-forest"
  static let card = Card(title: "Toy", summary: "Answers nothing.", source: "made here")
  static let parameters = [
    Parameter("trees", .whole(1...1_000), "Trees."),
    Parameter("rate", .number(0...1), "Step."),
    Parameter("hidden", .wholes(1...4_096, count: 1...8), "Layers."),
    Parameter("split", .word(["gini", "entropy"]), "Rule."),
    Parameter("bootstrap", .flag, "Rows drawn."),
  ]
  static let standard = ToyTrainer(trees: 100, rate: 0.5, hidden: [64], split: "gini", bootstrap: true)

  let trees: Int
  let rate: Double
  let hidden: [Int]
  let split: String
  let bootstrap: Bool

  var recipe: Recipe { Recipe(trees: trees) }
  func train(on records: Records, rows: [Int], recipe: Recipe, seed: UInt64) throws(TrainingError) -> any Model {
    ToyModel()
  }
}

struct ToyModel: Model {
  let work = 1.0
  func signal(for records: Records) -> Signal {
    Signal(kind: .logits, resolution: 0, values: Matrix(rows: records.count, columns: records.classes.count))
  }
}

struct ToyDefence: Defence {
  static let name = "none"
  static let card = Card(title: "No defence", summary: "As it is.", source: "")
  static let standard = ToyDefence()
  static let stage = Stage.none
}

struct ToyAttack: Attack {
  static let name = "toy-attack"
  static let card = Card(title: "Toy", summary: "Scores nothing.", source: "made here")
  static let standard = ToyAttack()
  static let needs = Needs(access: .labels, leastModels: 8)
  func scores(_ evidence: Evidence) throws(AttackError) -> [Double] { evidence.target.phi }
}

let toys = Catalogue(
  datasets: ["german_credit", "heart_cleveland"], models: [ToyTrainer.self], defences: [ToyDefence.self],
  attacks: [ToyAttack.self])

/// Reads a manifest of toys.
func read(_ text: String) throws(ManifestError) -> Manifest {
  try Manifest.read(Array(text.utf8), file: "study.yaml", catalogue: toys)
}

/// Records without features: `labels`, and persons where given.
func records(labels: [Int], subjects: [Int]? = nil) -> Records {
  Records(
    columns: [Column(name: "x", values: .numbers(labels.map(Float.init), missing: labels.map { _ in false }))],
    labels: labels, classes: (0...(labels.max() ?? 0)).map { "class \($0)" },
    subjects: subjects ?? Array(labels.indices))
}
