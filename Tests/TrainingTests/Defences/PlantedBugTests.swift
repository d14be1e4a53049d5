import Maths
import Privacy
import Study
import Testing
import Training

/// Private training with a fault put in on purpose breaks its promise, and an audit sees it.
@Suite("Audits of private training")
struct PlantedBugTests {
  private typealias Clipping = PrivateDescent.Clipping
  private static let confidence = 0.95

  private struct Promise {
    let epsilon: Double
    let delta: Double
  }

  private static let one = Promise(epsilon: 4, delta: 1e-5)
  /// With so large a delta the promise lies near what the noise keeps, and a few thousand models tell half of it.
  private static let many = Promise(epsilon: 1, delta: 0.01)

  /// Each canary lies on an axis of its own, so that its whole gradient can be read off the model: one step on all.
  ///
  /// Record 0 is no canary; the last two are the public population.
  private static func records(canaries: Int) -> Records {
    let columns = (0..<canaries).map { canary in
      (0..<canaries + 3).map { Float($0 == canary + 1 ? 8 : 0) }
    }
    return table(columns, labels: (0..<canaries + 3).map { $0 == 0 ? 1 : 0 })
      .settingAside([canaries + 1, canaries + 2])
  }

  /// For each canary how much surer of its label the model is than at the start.
  private static func scores(
    _ records: Records, rows: [Int], _ promise: Promise, _ clipping: Clipping, seed: UInt64
  ) throws -> [Double] {
    let defence = DPSGD(
      epsilon: promise.epsilon, delta: promise.delta, clip: 0.1, batch: rows.count, epochs: 1,
      rate: 1_000 * Double(rows.count))
    let trainer = MultilayerPerceptron(hidden: [], epochs: 1, batch: 1, rate: 1)
    let recipe = try defence.adjust(trainer.recipe, members: rows.count)
    let model = try trainer.train(
      on: records, rows: rows, recipe: recipe, seed: seed, path: .best, clipping: clipping)
    let answers = model.signal(for: records).values
    return (1..<records.count - 2).map { Double(answers[$0, 0] - answers[$0, 1]) }
  }

  /// The lower bound of one training with 500 canaries, each in by a recorded coin; of the 100 in the middle
  /// nothing is guessed.
  private static func oneRun(_ clipping: Clipping, seed: UInt64) throws -> Double {
    let count = 500
    var stream = Maths.Stream(seed: seed, stream: 9)
    let coins = (0..<count).map { _ in stream.uniform() < 0.5 }
    let members = coins.indices.filter { coins[$0] }.map { $0 + 1 }
    let scores = try scores(records(canaries: count), rows: [0] + members, one, clipping, seed: seed)
    let order = scores.indices.sorted { (scores[$0], $0) < (scores[$1], $1) }
    let correct = order.prefix(200).count { !coins[$0] } + order.suffix(200).count { coins[$0] }
    return try OneRunAudit(canaries: count, guesses: 400, correct: correct)
      .epsilonLowerBound(delta: one.delta, confidence: confidence)
  }

  /// The lower bound of many trainings with and without one canary; the threshold is set on one half of them.
  private static func repeated(_ clipping: Clipping) throws -> Double {
    let (models, records) = (4_000, records(canaries: 60))
    func scores(_ rows: [Int], from seed: Int) throws -> [Double] {
      try (0..<models).map {
        try Self.scores(records, rows: rows, many, clipping, seed: UInt64(seed + $0))[0]
      }
    }
    let (present, absent) = (try scores([0, 1], from: 0), try scores([0], from: models))
    func bound(_ threshold: Double, _ part: Range<Int>) throws -> Double {
      try RepeatedAudit(
        found: present[part].count { $0 > threshold }, present: part.count,
        falselyFound: absent[part].count { $0 > threshold }, absent: part.count
      ).epsilonLowerBound(delta: many.delta, confidence: confidence)
    }
    let sorted = absent[..<(models / 2)].sorted()
    let places = stride(from: 0, to: 400, by: 4).map { sorted[sorted.count - 1 - $0] }
    let best = try places.max { try bound($0, 0..<models / 2) < bound($1, 0..<models / 2) }
    return try bound(try #require(best), models / 2..<models)
  }

  @Test("one run catches noise left out and clipping skipped, and accuses no sound training")
  func oneRun() throws {
    #expect(try Self.oneRun(Clipping(noiseScale: 0), seed: 1) > Self.one.epsilon)
    #expect(try Self.oneRun(Clipping(clips: false), seed: 1) > Self.one.epsilon)
    let sound = try (1...20).map { try Self.oneRun(Clipping(), seed: $0) }
    // It finds some of the budget, so it is not blind; and never more.
    #expect(sound.allSatisfy { $0 < Self.one.epsilon } && sound.count { $0 > 0.2 } > 10, "\(sound)")
  }

  @Test("many runs catch half of the noise that the sensitivity asks for, and accuse no sound training")
  func repeated() throws {
    let (sound, halved) = (try Self.repeated(Clipping()), try Self.repeated(Clipping(noiseScale: 0.5)))
    #expect(sound < Self.many.epsilon && sound > 0.2, "\(sound)")
    #expect(halved > Self.many.epsilon, "\(halved)")
  }
}
