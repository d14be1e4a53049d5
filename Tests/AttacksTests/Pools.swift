import Maths
import Study

/// A made-up pool: what each model says is the record's difficulty, noise, and a gain where it trained on the record.
struct Pool {
  /// Nats by which training on a record raises phi.
  let gain: Double
  let signals: Signals

  /// A pool of complementary pairs, so `models` is even; at a gain of 0 the models say nothing about their members.
  init(models: Int = 16, records: Int = 240, population: Int = 1000, gain: Double = 1.5, seed: UInt64 = 7) {
    self.gain = gain
    var stream = Maths.Stream(seed: seed, stream: 0)
    var rows: [[Bool]] = []
    for _ in 0..<models / 2 {
      let order = stream.shuffled(Array(0..<records))
      var half = [Bool](repeating: false, count: records)
      for record in order.prefix(records / 2) { half[record] = true }
      rows += [half, half.map { !$0 }]
    }
    let difficulty = (0..<records).map { _ in 2 * Self.noise(&stream) }
    let difficultyOutside = (0..<population).map { _ in 2 * Self.noise(&stream) }
    let nobody = [Bool](repeating: false, count: population)
    signals = Signals(
      models: rows.map { Self.observation(difficulty, of: $0, gain: gain, &stream) },
      population: rows.map { _ in Self.observation(difficultyOutside, of: nobody, gain: gain, &stream) },
      labels: difficulty.map { _ in 1 }, populationLabels: difficultyOutside.map { _ in 1 },
      subjects: Array(0..<records), membership: Membership(rows: rows),
      features: Features(records: Self.matrix(difficulty), population: Self.matrix(difficultyOutside)))
  }

  /// Whether model `target` trained on each record.
  func truth(_ target: Int) -> [Bool] { Array(signals.membership.row(target)) }

  /// One column, which tells how easy a record is.
  private static func matrix(_ values: [Double]) -> Matrix {
    Matrix(rows: values.count, columns: 1, elements: values.map { Float($0) })
  }

  /// Nearly normal, mean 0, deviation 1.
  private static func noise(_ stream: inout Maths.Stream) -> Double {
    (0..<12).reduce(-6) { sum, _ in sum + stream.uniform() }
  }

  /// Of near copies, the logit of the true label moves by whole numbers up to 4; of far ones it says how easy a record is.
  private static func copies(_ logits: [Float], _ difficulty: [Double]) -> CopyShares {
    CopyShares(
      near: difficulty.indices.map { record in
        Double((-4...4).count { logits[2 * record + 1] + Float($0) > 0 }) / 9
      },
      far: difficulty.map { easy in Double((-4...4).count { easy + Double($0) > 0 }) / 9 })
  }

  private static func observation(
    _ difficulty: [Double], of membership: [Bool], gain: Double, _ stream: inout Maths.Stream
  ) -> Observation {
    var logits: [Float] = []
    for (easy, isMember) in zip(difficulty, membership) {
      logits += [0, Float(easy + (isMember ? gain : 0) + noise(&stream))]
    }
    let matrix = Matrix(rows: difficulty.count, columns: 2, elements: logits)
    return Observation(
      Signal(kind: .logits, resolution: 0, values: matrix), labels: difficulty.map { _ in 1 },
      copies: copies(logits, difficulty))
  }
}

extension Signals {
  /// The same pool with its records in another order: record `i` is what `order[i]` was.
  func reordered(_ order: [Int]) -> Signals {
    Signals(
      models: models.map { $0.reordered(order) }, population: population, labels: order.map { labels[$0] },
      populationLabels: populationLabels, subjects: order.map { subjects[$0] },
      membership: Membership(
        rows: (0..<membership.models).map { model in
          order.map { membership.contains(model: model, record: $0) }
        }),
      features: features.map { features in
        Features(
          records: Matrix(
            rows: order.count, columns: features.records.columns,
            elements: order.flatMap { Array(features.records.row($0)) }), population: features.population)
      })
  }
}

extension Observation {
  fileprivate func reordered(_ order: [Int]) -> Observation {
    Observation(
      confidence: order.map { confidence[$0] }, logConfidence: order.map { logConfidence[$0] },
      phi: order.map { phi[$0] }, maxConfidence: order.map { maxConfidence[$0] }, entropy: order.map { entropy[$0] },
      modifiedEntropy: order.map { modifiedEntropy[$0] }, hinge: order.map { hinge[$0] },
      isCorrect: order.map { isCorrect[$0] }, copies: copies?.choosing(order))
  }
}

/// The share of (member, outsider) pairs in the right order, ties counting one half.
func area(_ scores: [Double], _ membership: [Bool]) -> Double {
  let members = zip(scores, membership).filter(\.1).map(\.0)
  let outsiders = zip(scores, membership).filter { !$0.1 }.map(\.0)
  var right = 0.0
  for member in members {
    for outsider in outsiders { right += member > outsider ? 1 : member == outsider ? 0.5 : 0 }
  }
  return right / Double(members.count * outsiders.count)
}
