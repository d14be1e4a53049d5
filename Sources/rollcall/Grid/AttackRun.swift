import Files
import Findings
import Study

/// One attack on every target of a pool, and once more on redrawn memberships.
struct AttackRun {
  let attack: any Attack
  let signals: Signals
  /// The whole membership drawn anew, for the null run.
  let redrawn: Membership
  let draws: BootstrapDraws
  let seed: UInt64

  /// The figures, and the K x N scores.
  func measure(id: String) -> (Measures.OfAttack, scores: [[Double]]) {
    let type = type(of: attack)
    func result(_ status: AttackResult.Status, _ reason: String?, _ measured: AttackMeasurement?, _ null: NullResult?) -> AttackResult {
      AttackResult(
        id: id, attack: type.name, parameters: attack.values, access: type.needs.access, status: status,
        reason: reason, targets: measured?.targets ?? [], headline: measured?.headline, subjects: measured?.subjects,
        null: null)
    }
    do {
      let scores = try scores(on: signals)
      let measured = AttackMeasurement(
        scores: scores, membership: signals.membership, subjects: signals.subjects, aggregation: type.aggregation,
        draws: draws)
      let null = NullResult(
        scores: try self.scores(on: signals.replacing(membership: redrawn)), membership: redrawn,
        subjects: signals.subjects, draws: draws)
      return (
        Measures.OfAttack(
          result: result(.done, nil, measured, null), curve: measured.curve(cell: "", attack: "")), scores
      )
    } catch {
      return (Measures.OfAttack(result: result(.unavailable, error.description, nil, nil), curve: nil), [])
    }
  }

  private func scores(on signals: Signals) throws(AttackError) -> [[Double]] {
    var result: [[Double]] = []
    for target in signals.models.indices {
      var stream = Purpose.attack.stream(seed: seed, index: target)
      result.append(try attack.scores(signals.evidence(target: target, seed: stream.seed())))
    }
    return result
  }
}
