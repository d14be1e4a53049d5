import Findings
import Study
import Training

/// From the cells' outcomes to findings.
struct Assembly {
  /// Bootstrap replicates of an interval.
  static let replicates = 400

  let session: Session
  let outcomes: [CellRun.Outcome]
  let budgets: [PrivacyBudget]

  var findings: Findings {
    let manifest = session.manifest
    let guidance = session.guidance.guidance
    let cells = outcomes.map(\.result)
    var results = Results(
      kind: .run, name: manifest.name, date: manifest.date, seed: manifest.seed,
      report: .init(title: manifest.report.title, client: manifest.report.client),
      pool: .init(
        models: manifest.pool.models, independent: manifest.pool.independent, replicates: Self.replicates),
      datasets: session.studies.map(Self.facts), cells: cells,
      checks: Validity.checks(of: cells, fidelity: outcomes.compactMap(\.fidelity), matched: matched)
    ).heldToChecks
    results.sweeps = SweepCost.all(of: results)
    results.recommendations = results.recommendations(floor: manifest.utilityFloor)
    let replicates = ReplicateArchive(
      numerics: .init(
        training: UnitRecipe.currentNumerics * (manifest.models.map { type(of: $0).numerics }.max() ?? 1),
        statistics: MeasureRecipe.currentStatistics),
      lines: outcomes.flatMap(\.replicates))
    return Findings(
      results: results, curves: Curves(curves: outcomes.flatMap(\.curves)), names: Registries.names,
      replicates: replicates,
      assessment: guidance.assessment(
        of: results, document: manifest.report, engagement: manifest.engagement, budgets: budgets),
      guidance: guidance)
  }

  /// The records that are found most often, for their owner alone.
  var exposed: ExposedList { ExposedList(cells: outcomes.map { ($0.result, $0.exposed) }) }

  /// Members of the first model were drawn by lot, so that this holds by construction; a fault of the draw would show.
  private var matched: [CheckFigure] {
    session.studies.flatMap { study -> [CheckFigure] in
      let tested = study.design.tested
      let subjects = PoolSignals.dense(tested.map { study.loaded.records.subjects[$0] })
      let matched = MatchedNonMembers(
        features: MatchedNonMembers.features(of: study.loaded.records, rows: tested, labelled: false),
        members: Array(study.design.membership.row(0)), subjects: subjects, seed: session.manifest.seed)
      let cells = zip(session.plan.cells, outcomes).filter { $0.0.dataset == study.choice }
      return cells.filter { $0.1.result.status == .done }.compactMap { matched?.line(cell: $0.0.id) }
    }
  }

  private static func facts(_ study: StudyData) -> Results.DatasetFacts {
    let (card, records) = (study.loaded.card, study.loaded.records)
    return Results.DatasetFacts(
      name: card.name, title: card.title, domain: card.domain, subject: card.dataSubject, records: records.count,
      subjects: records.subjectCount, features: records.columns.count, classes: records.classes.count,
      duplicatesRemoved: study.loaded.duplicatesRemoved, digest: study.loaded.digest,
      recordsDigest: study.digest, licence: card.licence,
      citation: card.citation)
  }
}
