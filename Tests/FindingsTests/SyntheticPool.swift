import Findings
import Maths
import Study

/// Scores of a made-up pool: what a subject has of its own, noise, and for members a gap.
struct SyntheticPool {
  let scores: [[Double]]
  let membership: Membership
  let subjects: [Int]

  /// - Parameters:
  ///   - models: K, even.
  ///   - count: S subjects, even.
  ///   - recordsPerSubject: N / S.
  ///   - own: the deviation of what each subject has of its own.
  ///   - gap: what members score more, on average.
  ///   - spread: the deviation of the gap between subjects.
  ///   - pairSpread: the deviation of the gap between pairs of models.
  ///   - seed: gives all of it.
  init(
    models: Int, subjects count: Int, recordsPerSubject: Int = 1, own: Double = 0.5, gap: Double, spread: Double = 0,
    pairSpread: Double = 0, seed: UInt64
  ) {
    var stream = Stream(seed: seed, stream: 0)
    func normal(_ stream: inout Stream) -> Double { Normal.standard.quantile(stream.uniform() + 0x1p-54) }
    let subjects = (0..<count * recordsPerSubject).map { $0 / recordsPerSubject }
    let base = (0..<count).map { _ in own * normal(&stream) }
    let gaps = (0..<count).map { _ in gap + spread * normal(&stream) }
    var rows: [[Bool]] = []
    var scores: [[Double]] = []
    for _ in 0..<models / 2 {
      var isFirst = [Bool](repeating: false, count: count)
      for subject in stream.shuffled(Array(0..<count)).prefix(count / 2) { isFirst[subject] = true }
      let pairGap = pairSpread > 0 ? pairSpread * normal(&stream) : 0
      for half in [true, false] {
        let row = subjects.map { isFirst[$0] == half }
        rows.append(row)
        scores.append(
          zip(subjects, row).map { base[$0] + ($1 ? gaps[$0] + pairGap : 0) + normal(&stream) })
      }
    }
    self.scores = scores
    membership = Membership(rows: rows)
    self.subjects = subjects
  }

  func draws(replicates: Int = 400, seed: UInt64 = 7) -> BootstrapDraws {
    BootstrapDraws(
      models: membership.models, subjects: (subjects.max() ?? 0) + 1, replicates: replicates, seed: seed)
  }

  func measured(_ draws: BootstrapDraws? = nil) -> AttackMeasurement { measured(scores, draws) }

  /// Other scores of the same records and memberships.
  func measured(_ scores: [[Double]], _ draws: BootstrapDraws? = nil) -> AttackMeasurement {
    AttackMeasurement(
      scores: scores, membership: membership, subjects: subjects, aggregation: .mean, draws: draws ?? self.draws())
  }
}
