import Maths
import Study

/// A half of the pairs by a half of the subjects: what something is chosen on, or reported on, never both.
struct Quarter: Sendable {
  /// Places of its pairs, and of their models.
  let pairs: [Int]
  let models: [Int]
  /// Its subjects and their records.
  let subjects: [Int]
  let records: [Int]
  /// Its part of the draws.
  let draws: BootstrapDraws
  private let places: [Int]

  /// The four quarters, of which the i-th and the (3 - i)-th share neither a pair nor a subject.
  ///
  /// - Parameters:
  ///   - models: K, 8 or more, so that a half holds two pairs.
  ///   - subjects: N subjects, dense from 0.
  ///   - replicates: of the bootstrap; pairs and subjects are redrawn within their halves.
  ///   - seed: divides them, and draws.
  static func all(models: Int, subjects: [Int], replicates: Int, seed: UInt64) -> [Quarter] {
    let pairHalves = halves(of: models / 2, seed: seed, stream: 0)
    let subjectHalves = halves(of: (subjects.max() ?? -1) + 1, seed: seed, stream: 1)
    let pairCounts = pairHalves.enumerated().map { draws(of: $1.count, replicates, seed, UInt64(2 + $0)) }
    let subjectCounts = subjectHalves.enumerated().map { draws(of: $1.count, replicates, seed, UInt64(4 + $0)) }
    return [(0, 0), (0, 1), (1, 0), (1, 1)].map { pairHalf, subjectHalf in
      Quarter(
        pairs: pairHalves[pairHalf], subjects: subjectHalves[subjectHalf], of: subjects,
        draws: BootstrapDraws(
          replicates: replicates, pairCounts: pairCounts[pairHalf], subjectCounts: subjectCounts[subjectHalf]))
    }
  }

  private init(pairs: [Int], subjects: [Int], of all: [Int], draws: BootstrapDraws) {
    self.pairs = pairs
    models = pairs.flatMap { [2 * $0, 2 * $0 + 1] }
    self.subjects = subjects
    var place = [Int](repeating: -1, count: (all.max() ?? -1) + 1)
    for (index, subject) in subjects.enumerated() { place[subject] = index }
    records = all.indices.filter { place[all[$0]] >= 0 }
    places = records.map { place[all[$0]] }
    self.draws = draws
  }

  private static func halves(of count: Int, seed: UInt64, stream: UInt64) -> [[Int]] {
    var stream = Stream(seed: seed, stream: stream)
    let order = stream.shuffled(Array(0..<count))
    return [order.prefix(count / 2).sorted(), order.dropFirst(count / 2).sorted()]
  }

  private static func draws(of count: Int, _ replicates: Int, _ seed: UInt64, _ kind: UInt64) -> [UInt16] {
    var stream = Stream(seed: seed, stream: kind)
    var counts = [UInt16](repeating: 0, count: replicates * count)
    for replicate in 0..<replicates {
      for _ in 0..<count { counts[replicate * count + stream.below(count)] += 1 }
    }
    return counts
  }

  /// This part of a pool's scores, in order.
  func order(of scores: [[Double]], membership: Membership) -> PoolOrder {
    PoolOrder(
      scores: models.map { model in records.map { scores[model][$0] } },
      membership: Membership(
        rows: models.map { model in records.map { membership.contains(model: model, record: $0) } }),
      subjects: places, subjectBound: subjects.count)
  }
}
