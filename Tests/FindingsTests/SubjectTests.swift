import Findings
import Study
import Testing

@Suite("Subjects with several records")
struct SubjectTests {
  @Test("are not asked for where each record is a person of its own")
  func none() {
    #expect(SyntheticPool(models: 4, subjects: 40, gap: 0, seed: 1).measured().subjects == nil)
  }

  @Test("leak more than their records, and are counted once")
  func several() throws {
    let pool = SyntheticPool(models: 8, subjects: 150, recordsPerSubject: 4, own: 0.3, gap: 0.4, seed: 2)
    let measured = pool.measured()
    let subjects = try #require(measured.subjects)
    #expect(subjects.auc.value > measured.headline.auc.value + 0.03)
    #expect(subjects.pairs == 8 * 75 && measured.headline.pairs == 8 * 300)
    #expect(subjects.nonMemberSubjects == 150 && measured.headline.nonMemberSubjects == 150)
    #expect(measured.targets.allSatisfy { $0.auc.method == .delongClustered })
  }

  @Test("with one more copy of each record are no larger a sample")
  func copies() throws {
    let pool = SyntheticPool(models: 8, subjects: 150, gap: 0.4, seed: 3)
    let copied = AttackMeasurement(
      scores: pool.scores.map { $0 + $0 },
      membership: Membership(
        rows: (0..<8).map { Array(pool.membership.row($0)) + Array(pool.membership.row($0)) }),
      subjects: pool.subjects + pool.subjects, aggregation: .mean, draws: pool.draws())
    let plain = pool.measured()
    // The same numbers, up to the order in which they are added.
    #expect(abs(copied.headline.auc.low - plain.headline.auc.low) < 1e-12)
    #expect(abs(copied.headline.p - plain.headline.p) < 1e-12)
    #expect(copied.headline.designEffect > 1.9 * plain.headline.designEffect)
    let subjects = try #require(copied.subjects)
    #expect(abs(subjects.auc.high - plain.headline.auc.high) < 1e-12)
    #expect(subjects.tpr.map(\.tp) == plain.headline.tpr.map(\.tp))
  }

  @Test("add up likelihood ratios and average other scores")
  func aggregation() throws {
    // Subject 0 has two records and is a member; by sum it stands above subject 1, by mean below.
    let membership = Membership(rows: [[true, true, false], [false, false, true]])
    func auc(_ aggregation: Aggregation) -> Double? {
      AttackMeasurement(
        scores: [[2, 2, 3], [0, 0, 1]], membership: membership, subjects: [0, 0, 1], aggregation: aggregation,
        draws: BootstrapDraws(models: 2, subjects: 2, seed: 1)
      ).subjects?.auc.value
    }
    #expect(auc(.sum) == 1)
    #expect(auc(.mean) == 0.5)
  }
}
