import Maths
import Privacy
import Study
import Testing
import Training

/// Learns nothing: its answers are noise of its own seed.
struct Deaf: Trainer {
  static let name = "deaf"
  static let card = Card(title: "Deaf", summary: "Learns nothing.", source: "made here")
  static let standard = Deaf()
  var recipe: Recipe { Recipe() }

  struct Answers: Model {
    let seed: UInt64
    let work = 1.0
    func signal(for records: Records) -> Signal {
      var stream = Maths.Stream(seed: seed, stream: 0)
      var values = Matrix(rows: records.count, columns: records.classes.count)
      for row in 0..<records.count {
        for column in 0..<values.columns { values[row, column] = Float(stream.uniform()) }
      }
      return Signal(kind: .logits, resolution: 0, values: values)
    }
  }

  func train(on records: Records, rows: [Int], recipe: Recipe, seed: UInt64) throws(TrainingError) -> any Model {
    Answers(seed: seed)
  }
}

@Suite("Canaries")
struct CanaryTests {
  /// 600 records of 300 persons.
  private static let records: Records = {
    let one = sample(600, classes: 3)
    return Records(
      columns: one.columns, labels: one.labels, classes: one.classes, subjects: (0..<600).map { $0 / 2 })
  }()
  private static func design() throws -> PoolDesign {
    try PoolDesign(records: records, models: 2, population: 100, seed: 5)
  }

  private static func cell(_ model: any Trainer) -> Cell {
    Cell(id: "a", dataset: .init(name: "a"), model: model, defence: Chain(NoDefence.standard))
  }

  @Test("are records of different persons, whose coins fall either way", arguments: CanaryKind.allCases)
  func drawn(kind: CanaryKind) throws {
    let design = try Self.design()
    let persons = Set(design.tested.map { Self.records.subjects[$0] }).count
    var heads = 0
    for seed in 0..<200 {
      let training = CanaryTraining(kind, count: 40, records: Self.records, design: design, seed: UInt64(seed))
      #expect(training.canaries.count == 40 && training.guesses == 20)
      #expect(Set(training.canaries.map { Self.records.subjects[design.tested[$0]] }).count == 40)
      heads += training.coins.count(where: \.self)
      for (place, label) in zip(training.canaries, training.labels) {
        #expect((label == Self.records.labels[design.tested[place]]) == (kind == .natural))
      }
    }
    // 8,000 coins, deviation 44.7.
    #expect(abs(heads - 4_000) < 200)
    let many = CanaryTraining(kind, count: 1_000, records: Self.records, design: design, seed: 1)
    #expect(many.canaries.count == persons / 4)
  }

  @Test("train beside half of the others, and are in where their coin says so")
  func rows() throws {
    let design = try Self.design()
    let training = CanaryTraining(.mislabelled, count: 60, records: Self.records, design: design, seed: 3)
    // Trees grown to the end know by heart what they have seen, a wrong label too.
    let model = RandomForest.standard
    let pool = try (0..<2).map { k in
      let trained = try model.train(
        on: Self.records, rows: design.rows(ofModel: k, in: design.membership), recipe: model.recipe, seed: 1)
      let signal = trained.signal(for: Self.records)
      var values = Matrix(rows: design.tested.count, columns: signal.values.columns)
      for (place, row) in design.tested.enumerated() {
        for column in 0..<values.columns { values[place, column] = signal.values[row, column] }
      }
      return Signal(kind: signal.kind, resolution: signal.resolution, values: values)
    }
    let found = try training.correct(
      Self.cell(model), recipe: model.recipe, pool: pool, membership: design.membership)
    #expect(found.correct >= training.guesses - 2)
    let bound = try OneRunAudit(canaries: 60, guesses: training.guesses, correct: found.correct)
      .epsilonLowerBound(delta: 1e-5, confidence: 0.95)
    #expect(bound > 1)
  }

  @Test("of models that learn nothing show more than zero in at most 5 % of 400 runs", arguments: CanaryKind.allCases)
  func null(kind: CanaryKind) throws {
    let design = try Self.design()
    let noise = Deaf.Answers(seed: 77).signal(for: Self.records)
    let pool = (0..<2).map { _ in
      Signal(
        kind: .logits, resolution: 0,
        values: Matrix(
          rows: design.tested.count, columns: 3,
          elements: design.tested.flatMap { row in (0..<3).map { noise.values[row, $0] } }))
    }
    var exceeding = 0
    for seed in 0..<400 {
      let training = CanaryTraining(kind, count: 50, records: Self.records, design: design, seed: UInt64(seed))
      let correct = try training.correct(
        Self.cell(Deaf()), recipe: Recipe(), pool: pool, membership: design.membership
      ).correct
      let audit = try OneRunAudit(canaries: 50, guesses: training.guesses, correct: correct)
      if try audit.epsilonLowerBound(delta: 1e-5, confidence: 0.95) > 0 { exceeding += 1 }
    }
    #expect(exceeding <= 20, "\(exceeding)")
  }
}
