import Findings
import Foundation
import Study
import Training

/// The figures of every attack on one case.
struct AuditMeasurement: Sendable {
  let audited: AuditedCase
  let cell: String
  let replicates: Int
  let seed: UInt64
  /// Whether scores are handed on.
  let keepsScores: Bool
  /// False-positive rates to report besides those of every report.
  let rates: [Double]

  /// What one attack came to.
  struct OfAttack: Sendable {
    let result: AttackResult
    let curve: Curve?
    let replicates: [FigureReplicates]
    /// One a target, where they are kept.
    let scores: [[Double]]
  }

  /// In the order of the case's candidates.
  func all(executor: any Executor) async throws -> [OfAttack] {
    let draws = Lazy { [audited, replicates, seed] in
      BootstrapDraws(
        clusters: audited.clusters, subjects: (audited.subjects.max() ?? 0) + 1, replicates: replicates,
        seed: CellRun.drawSeed(seed, 0))
    }
    return try await executor.map(audited.candidates) { candidate in try measure(candidate, draws) }
  }

  private func measure(_ candidate: AuditedCase.Candidate, _ draws: Lazy<BootstrapDraws>) throws -> OfAttack {
    if let lacks = candidate.lacks { return unavailable(candidate, lacks) }
    do {
      let scores = try audited.targets.map { try candidate.scores($0, false) }
      return audited.isLarge ? single(candidate, scores[0]) : try pooled(candidate, scores, draws.value)
    } catch let error as AttackError {
      return unavailable(candidate, Self.reason(error))
    }
  }

  /// What a client can do about it.
  private static func reason(_ error: AttackError) -> String {
    switch error {
    case .tooFewReferences(_, let found, let needed):
      "a record has \(found) reference models on one side but \(needed) are needed: give an NPZ file with more models"
    case .tooSmallPopulation(let found, let needed):
      "the population holds \(found) records of a kind but \(needed) are needed: give an NPZ file with more in "
        + "population_logits and population_labels"
    case .notNominal:
      "what it learnt of the population does not hold for all of it: give an NPZ file with more in population_logits "
        + "and population_labels"
    case .missingSignal, .notFinite: error.description
    }
  }

  private func unavailable(_ candidate: AuditedCase.Candidate, _ reason: String) -> OfAttack {
    OfAttack(
      result: result(candidate, .unavailable, reason: reason), curve: nil, replicates: [], scores: [])
  }

  private func result(
    _ candidate: AuditedCase.Candidate, _ status: AttackResult.Status, reason: String? = nil,
    targets: [TargetResult] = [], headline: Headline? = nil, subjects: Headline? = nil, null: NullResult? = nil,
    operating: [FixedPoint] = []
  ) -> AttackResult {
    AttackResult(
      id: candidate.id, attack: candidate.name, parameters: candidate.parameters, access: candidate.access,
      status: status, reason: reason, targets: targets, headline: headline, subjects: subjects, null: null,
      operating: operating)
  }

  /// One target with more records than can be redrawn.
  private func single(_ candidate: AuditedCase.Candidate, _ scores: [Double]) -> OfAttack {
    let truths = audited.records.truths
    let subjects = audited.records.subjects
    let measured = SingleTarget(scores: scores, truths: truths, subjects: subjects, further: rates)
    let bySubject = subjects.flatMap {
      SingleTarget.bySubject(
        scores: scores, truths: truths, subjects: $0, aggregation: candidate.aggregation, further: rates)
    }
    let null = NullResult(scores: scores, truths: Array(audited.redrawn.row(0)), subjects: subjects)
    return OfAttack(
      result: result(
        candidate, .done, targets: [measured.target], headline: measured.headline, subjects: bySubject, null: null),
      curve: measured.curve(cell: cell, attack: candidate.id), replicates: [], scores: keepsScores ? [scores] : [])
  }

  private func pooled(
    _ candidate: AuditedCase.Candidate, _ scores: [[Double]], _ draws: BootstrapDraws
  ) throws -> OfAttack {
    let subjects = audited.subjects
    let membership = rows(audited.membership)
    let measured = AttackMeasurement(
      scores: scores, membership: membership, subjects: subjects, aggregation: candidate.aggregation, draws: draws,
      further: rates)
    let targets = zip(measured.targets, audited.targets).map { result, target in
      var result = result
      result.target = target
      return result
    }
    let null = NullResult(
      scores: audited.membership.models == 1 ? scores : try audited.targets.map { try candidate.scores($0, true) },
      membership: rows(audited.redrawn), subjects: subjects, draws: draws)
    let operating =
      audited.isPool
      ? ReferenceThresholds.points(scores: scores, membership: membership, subjects: subjects, further: rates) : []
    return OfAttack(
      result: result(
        candidate, .done, targets: targets, headline: measured.headline, subjects: measured.subjects, null: null,
        operating: operating),
      curve: measured.curve(cell: cell, attack: candidate.id), replicates: measured.replicates,
      scores: keepsScores || audited.isPool ? scores : [])
  }

  /// The rows of the targets.
  private func rows(_ membership: Membership) -> Membership {
    Membership(rows: audited.targets.map { Array(membership.row($0)) })
  }

  /// Whether each target's references behave like it; none for one model.
  func fidelity() -> [CheckFigure] {
    guard let correctness = audited.correctness, let confidence = audited.confidence else { return [] }
    let line = ShadowFidelity(right: correctness.records, confidence: confidence, membership: audited.membership)
      .line(cell: cell, targets: 0..<audited.membership.models) { target in
        (0..<audited.membership.models).filter {
          $0 != target && $0 != audited.membership.trueComplement(of: target)
        }
      }
    return [line].compactMap { $0 }
  }

  /// How good the client's models are, nil where answers are no labels; and what a comparison needs of it, where it was
  /// redrawn.
  func utility() -> (utility: Utility?, replicates: [FigureReplicates]) {
    guard let correctness = audited.correctness else { return (nil, []) }
    let labels = audited.records.labels
    if audited.isLarge {
      let utility = Utility(
        correct: correctness.records[0], truths: audited.records.truths, labels: labels, classes: audited.classes)
      return (utility, [])
    }
    let draws = BootstrapDraws(
      models: audited.membership.models, subjects: (audited.subjects.max() ?? 0) + 1, replicates: replicates,
      seed: CellRun.drawSeed(seed, 0))
    let measured = UtilityMeasurement(
      correctness: correctness, membership: audited.membership, labels: labels,
      populationLabels: audited.populationLabels, subjects: audited.subjects, classes: audited.classes, draws: draws,
      seed: CellRun.drawSeed(seed, 1))
    return (measured.utility, [measured.replicates])
  }

  /// The strongest attacks by access, where the set is a whole pool.
  func strongest(_ measured: [OfAttack]) -> [StrongestResult] {
    guard audited.isPool else { return [] }
    let done = measured.filter { !$0.scores.isEmpty }
    let entrants = done.map {
      StrongestAttack.Entrant(id: $0.result.id, access: $0.result.access, scores: $0.scores)
    }
    guard !entrants.isEmpty, audited.membership.models >= StrongestAttack.leastModels else { return [] }
    return StrongestAttack(
      entrants: entrants, membership: audited.membership, subjects: audited.subjects, replicates: replicates,
      seed: CellRun.drawSeed(seed, 2)
    ).results
  }
}
