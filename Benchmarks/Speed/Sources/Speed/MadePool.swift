import Maths
import Study

/// A pool that nobody trained, of the size that the rows speak of: 64 models, 20,000 records, 2,000 of a population.
struct MadePool {
  static let models = 64
  static let records = 20_000
  static let population = 2_000

  let signals: Signals

  /// Nats by which training on a record raises phi.
  private static let gain = 1.0

  init(seed: UInt64 = 1) {
    var stream = Stream(seed: seed, stream: 0)
    var rows: [[Bool]] = []
    for _ in 0..<Self.models / 2 {
      let half = (0..<Self.records).map { _ in stream.below(2) == 0 }
      rows += [half, half.map { !$0 }]
    }
    let nobody = [Bool](repeating: false, count: Self.population)
    signals = Signals(
      models: rows.map { Self.observation($0, &stream) },
      population: rows.map { _ in Self.observation(nobody, &stream) },
      labels: [Int](repeating: 0, count: Self.records),
      populationLabels: [Int](repeating: 0, count: Self.population), subjects: Array(0..<Self.records),
      membership: Membership(rows: rows))
  }

  private static func observation(_ membership: [Bool], _ stream: inout Stream) -> Observation {
    let phi = membership.map { isMember in
      (0..<12).reduce(isMember ? gain - 6 : -6) { sum, _ in sum + stream.uniform() }
    }
    let confidence = phi.map { 1 / (1 + Elementary.exp(-$0)) }
    return Observation(confidence: confidence, logConfidence: confidence.map(Elementary.log), phi: phi)
  }
}
