import Findings
import Maths
import Study
import Training

/// One attack on every target of a pool, on the targets outside it, and once more on redrawn memberships.
struct AttackRun {
  let attack: any Attack
  let pool: PoolSignals
  /// Who was trained on what among the targets outside the pool.
  let independent: Membership
  /// The whole membership drawn anew, for the null run.
  let redrawn: Membership
  let draws: BootstrapDraws
  let seed: UInt64

  private var signals: Signals { pool.signals }

  /// The figures, and the K x N scores; none where the attack could not be run.
  func measure(id: String) -> (measure: Measures.OfAttack, scores: [[Double]]) {
    do {
      let scores = try scores(on: signals)
      let measured = measurement(scores, signals.membership, draws)
      let null = NullResult(
        scores: try self.scores(on: signals.replacing(membership: redrawn)), membership: redrawn,
        subjects: signals.subjects, draws: draws)
      var result = result(id, .done, nil, measured, try headlineOfIndependent(), null)
      result.operating = ReferenceThresholds.points(
        scores: scores, membership: signals.membership, subjects: signals.subjects)
      let measure = Measures.OfAttack(
        result: result, curve: measured.curve(cell: "", attack: ""), replicates: measured.replicates)
      return (measure, scores)
    } catch {
      let unavailable = result(id, .unavailable, error.description, nil, nil, nil)
      return (Measures.OfAttack(result: unavailable, curve: nil, replicates: []), [])
    }
  }

  /// K x N; none where the attack could not be run.
  func scores() -> [[Double]] { (try? scores(on: signals)) ?? [] }

  private func result(
    _ id: String, _ status: AttackResult.Status, _ reason: String?, _ measured: AttackMeasurement?,
    _ independent: Headline?, _ null: NullResult?
  ) -> AttackResult {
    let type = type(of: attack)
    return AttackResult(
      id: id, attack: type.name, parameters: attack.values, access: type.needs.access, status: status, reason: reason,
      targets: measured?.targets ?? [], headline: measured?.headline, subjects: measured?.subjects,
      independent: independent, null: null)
  }

  private func measurement(_ scores: [[Double]], _ membership: Membership, _ draws: BootstrapDraws) -> AttackMeasurement
  {
    AttackMeasurement(
      scores: scores, membership: membership, subjects: signals.subjects, aggregation: type(of: attack).aggregation,
      draws: draws)
  }

  private func scores(on signals: Signals) throws(AttackError) -> [[Double]] {
    var result: [[Double]] = []
    for target in signals.models.indices {
      result.append(try attack.checkedScores(signals.evidence(target: target, seed: attackSeed(target))))
    }
    return result
  }

  /// Nil where there are no targets outside the pool.
  ///
  /// All K models are references. The redraws take targets 2j and 2j + 1 together as if they were a pair, though they share
  /// nothing: with half as many clusters the intervals are, if anything, too wide. Their seed is that of the attack on
  /// target 0.
  private func headlineOfIndependent() throws(AttackError) -> Headline? {
    guard !pool.independent.isEmpty else { return nil }
    var scores: [[Double]] = []
    for (index, target) in pool.independent.enumerated() {
      let evidence = signals.evidence(
        of: target.records, population: target.population, independent: index,
        seed: attackSeed(signals.models.count + index))
      scores.append(try attack.checkedScores(evidence))
    }
    let draws = BootstrapDraws(
      models: scores.count, subjects: draws.subjects, replicates: draws.replicates, seed: attackSeed(0))
    return measurement(scores, independent, draws).headline
  }

  /// The first word of the purpose's stream of a target; those outside the pool come after its K.
  private func attackSeed(_ target: Int) -> UInt64 {
    var stream = Purpose.attack.stream(seed: seed, index: target)
    return stream.seed()
  }
}
