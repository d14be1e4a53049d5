import Findings
import Privacy
import Study
import Training

/// Audits of a cell with canaries.
struct CanaryRun {
  let cell: Cell
  let study: StudyData
  let recipe: Recipe
  let options: CanaryOptions
  let seed: UInt64

  /// Too few to say anything with.
  private static let least = 20

  /// What a measure depends on beyond the pool.
  func parameters(_ kind: CanaryKind) -> Parameters {
    ["kind": .word(kind.rawValue), "canaries": .whole(options.canaries), "delta": .number(delta)]
  }

  private var promise: PrivacyPromise? { PrivacyPromise(cell, recipe, in: study) }
  /// The promised one, unless what is promised of a client says nothing of its records.
  private var delta: Double {
    promise.map(\.ofRecord.delta).flatMap { $0 < 0.5 ? $0 : nil } ?? CanaryAudit.standardDelta
  }

  /// One training and its bound; nil where there are too few persons for canaries.
  ///
  /// - Throws: ``Study/TrainingError``, ``Privacy/PrivacyError``.
  func audit(_ kind: CanaryKind, pool: PoolSignals) throws -> CanaryAudit? {
    if kind == .repeated { return try repeated(pool) }
    let training = CanaryTraining(
      kind, count: options.canaries, records: study.loaded.records, design: study.design, seed: seed)
    guard training.canaries.count >= Self.least else { return nil }
    let correct = try training.correct(
      cell, recipe: recipe, pool: pool.tested, membership: study.design.membership
    ).correct
    let confidence = CanaryAudit.standardConfidence
    let audit = try OneRunAudit(canaries: training.canaries.count, guesses: training.guesses, correct: correct)
    return CanaryAudit(
      kind: kind, canaries: audit.canaries, guesses: audit.guesses, correct: correct, delta: delta,
      confidence: confidence, epsilon: try audit.epsilonLowerBound(delta: delta, confidence: confidence))
  }

  /// A bound from the pool as it is; nil for a small one.
  private func repeated(_ pool: PoolSignals) throws -> CanaryAudit? {
    let canary = RepeatedCanary(phi: pool.signals.models.map(\.phi), membership: study.design.membership)
    guard let canary else { return nil }
    let confidence = CanaryAudit.standardConfidence
    let audit = try RepeatedAudit(
      found: canary.found, present: canary.present, falselyFound: canary.falselyFound, absent: canary.absent)
    return CanaryAudit(
      kind: .repeated, canaries: 1, guesses: canary.present + canary.absent,
      correct: canary.found + canary.absent - canary.falselyFound, delta: delta, confidence: confidence,
      epsilon: try audit.epsilonLowerBound(delta: delta, confidence: confidence))
  }
}
