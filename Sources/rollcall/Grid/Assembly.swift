import Findings
import Study
import Training

/// From the cells' outcomes to findings.
struct Assembly {
  /// Bootstrap replicates of an interval.
  static let replicates = 400

  let session: Session
  let outcomes: [CellRun.Outcome]

  var findings: Findings {
    let manifest = session.manifest
    let cells = outcomes.map(\.result)
    let attacks = cells.flatMap(\.attacks)
    let results = Results(
      kind: .run, name: manifest.name, date: manifest.date, seed: manifest.seed,
      report: .init(title: manifest.report.title, client: manifest.report.client),
      pool: .init(
        models: manifest.pool.models, independent: manifest.pool.independent, replicates: Self.replicates),
      datasets: session.studies.map(Self.facts), cells: cells,
      checks: [.nullRun(attacks.compactMap(\.null))] + [.independentTargets(attacks)].compactMap { $0 })
    let replicates = ReplicateArchive(
      numerics: .init(training: UnitRecipe.currentNumerics, statistics: MeasureRecipe.currentStatistics),
      lines: outcomes.flatMap(\.replicates))
    return Findings(
      results: results, curves: Curves(curves: outcomes.flatMap(\.curves)), names: Registries.names,
      replicates: replicates)
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
