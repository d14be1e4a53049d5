import Files
import Findings
import Foundation
import Logging
import Reports
import Study
import Training

/// From a client's files to the report, as ``Pipeline`` goes from a manifest.
struct AuditPipeline {
  /// What the command line asks for.
  struct Request {
    var files: [EvidenceFile]
    var choices: AuditedCase.Choices
    var manifest: AuditManifest
    var features: String?
    var keepsScores = false
    var output: String?
    /// False-positive rates to report, ascending.
    var limits: [Double]
    var workers: Int
    /// As typed, for the report.
    var command: String
    /// The manifest's digest; empty where there is none.
    var manifestDigest = ""
    /// As typed; empty where there is none.
    var manifestPath = ""
  }

  let request: Request
  let templates: URL
  let guidance: GuidanceFolders.Content
  let brand: Brand?
  let logger: Logger

  /// Reads, attacks and writes; nothing is written before everything is measured.
  ///
  /// - Returns: where the report lies.
  func run() async throws -> URL {
    let clock = Stopwatch()
    let cases = try read()
    for audited in cases {
      for note in audited.notes { logger.notice("\(audited.file.path): \(note)") }
      for warning in audited.warnings { logger.warning("\(warning)") }
    }
    if let engagement = request.manifest.engagement {
      try guidance.guidance.check(engagement, datasets: slugs(cases), file: request.manifestPath)
    }
    let budgets = try PrivacyBudget.stated(
      by: request.manifest.engagement,
      beside: request.manifestPath.isEmpty
        ? nil : URL(fileURLWithPath: request.manifestPath).standardizedFileURL.deletingLastPathComponent())
    let features = try features(cases)
    let run = RunFolder(folder: URL(fileURLWithPath: request.output ?? "Output/\(name(cases))"))
    try run.probe()
    var cells: [CellResult] = []
    var curves: [Curve] = []
    var lines: [ReplicateArchive.Line] = []
    var scores: [[AuditMeasurement.OfAttack]] = []
    var (fidelity, matched): ([CheckFigure], [CheckFigure]) = ([], [])
    for (place, (audited, slug)) in zip(cases, slugs(cases)).enumerated() {
      let measurement = AuditMeasurement(
        audited: audited, cell: "\(slug)-\(ClientModel.name)-none", replicates: Assembly.replicates,
        seed: request.choices.seed, keepsScores: request.keepsScores,
        rates: request.limits)
      let measured = try await measurement.all(executor: LocalExecutor(workers: request.workers))
      let utility = measurement.utility()
      cells.append(try cell(measurement, slug, measured, utility.utility))
      curves += measured.compactMap(\.curve)
      let kept = [(nil, utility.replicates)] + measured.map { ($0.result.id, $0.replicates) }
      lines += kept.filter { !$0.1.isEmpty }.map {
        ReplicateArchive.Line(cell: measurement.cell, attack: $0.0, figures: $0.1)
      }
      scores.append(request.keepsScores ? measured : [])
      fidelity += measurement.fidelity()
      if !features.isEmpty { matched += features[place].likeness(of: measurement) }
    }
    let results = results(cases, cells, fidelity: fidelity, matched: matched)
    let findings = Findings(
      results: results, curves: Curves(curves: curves), names: Registries.names(for: results),
      replicates: lines.isEmpty
        ? nil
        : ReplicateArchive(
          numerics: .init(training: UnitRecipe.currentNumerics, statistics: MeasureRecipe.currentStatistics),
          lines: lines),
      assessment: guidance.guidance.assessment(
        of: results, document: request.manifest.report, engagement: request.manifest.engagement, budgets: budgets),
      guidance: guidance.guidance)
    let rendering = Rendering(run: run, templates: templates, ownGuidance: guidance.own, brand: brand)
    for line in try rendering.brandLog() { logger.notice("\(line)") }
    let report = try await rendering.write(
      findings, provenance: provenance(cases, clock: clock),
      restricted: [
        ScoresFile.path: request.keepsScores ? Data(ScoresFile(cases: cases, measured: scores).bytes) : nil
      ])
    return report
  }

  private func read() throws -> [AuditedCase] {
    let tokens = request.files.filter { $0.kind == .tokens }
    let others = request.files.filter { $0.kind != .tokens }
    guard tokens.isEmpty || others.isEmpty else {
      throw AuditError.usage("tokens cannot be audited together with predictions or signals: audit them apart")
    }
    if let first = tokens.first {
      guard tokens.count <= 2 else {
        throw AuditError.usage("\(tokens.count) files of tokens: give one, and a second of a reference model")
      }
      return [try AuditedCase.tokens(first, reference: tokens.count > 1 ? tokens[1] : nil, request.choices)]
    }
    let cases = try others.map { file in
      file.kind == .signals
        ? try AuditedCase.signals(file, request.choices) : try AuditedCase.predictions(file, request.choices)
    }
    for audited in cases.dropFirst() where audited.membership.records != cases[0].membership.records {
      throw AuditError.file(
        path: audited.file.path,
        problem: "\(NumberText.grouped(audited.membership.records)) records but \(cases[0].file.path) has "
          + "\(NumberText.grouped(cases[0].membership.records)): files audited together must hold the same records, "
          + "audit others apart")
    }
    return cases
  }

  /// The records' features, one a case; none where no file gives them.
  private func features(_ cases: [AuditedCase]) throws -> [FeatureFile] {
    guard let path = request.features else { return [] }
    return try cases.map {
      try FeatureFile(
        reading: URL(fileURLWithPath: path), id: request.choices.predictions.columns.id, records: $0.records)
    }
  }

  private func name(_ cases: [AuditedCase]) -> String {
    request.manifest.name ?? "audit-\(slugs(cases)[0])"
  }

  /// One a case; a number keeps equal names apart.
  private func slugs(_ cases: [AuditedCase]) -> [String] {
    var result: [String] = []
    for audited in cases {
      let slug = audited.file.slug
      let free = (1...).lazy.map { $0 == 1 ? slug : "\(slug)-\($0)" }.first { !result.contains($0) }
      result.append(free ?? slug)
    }
    return result
  }

  private func cell(
    _ measurement: AuditMeasurement, _ slug: String, _ measured: [AuditMeasurement.OfAttack], _ utility: Utility?
  ) throws -> CellResult {
    let audited = measurement.audited
    let attacks = measured.map { $0.result.keeping(limits: request.limits) }
    let headline = CellResult.headlineAttack(of: attacks, order: Registries.attackOrder + Registries.tokenOrder)
    return CellResult(
      id: measurement.cell, dataset: slug, model: ClientModel.name, defence: "none",
      parameters: CellParameters(model: [:], defence: [:]), status: .done, reason: nil,
      models: audited.membership.models, records: audited.membership.records + audited.population,
      population: audited.population, utility: utility, attacks: attacks,
      headlineAttack: headline,
      verdict: CellResult.verdict(of: attacks), work: 0, strongest: measurement.strongest(measured),
      exposure: try measurement.exposure(of: attacks, headline: headline))
  }

  private func results(
    _ cases: [AuditedCase], _ cells: [CellResult], fidelity: [CheckFigure], matched: [CheckFigure]
  ) -> Results {
    let designs = zip(cases, cells).compactMap { $0.design?.line(cell: $1.id) }
    var checks = Validity.checks(of: cells, fidelity: fidelity, matched: matched)
    if !designs.isEmpty {
      checks.append(
        Results.Check(
          name: "reference-design", verdict: designs.contains(where: \.failed) ? .failed : .passed, p: .nan,
          lines: designs.count, figures: designs))
    }
    let manifest = request.manifest
    return Results(
      kind: .audit, name: name(cases), date: manifest.date, seed: request.choices.seed,
      report: .init(title: manifest.report.title, client: manifest.report.client),
      pool: .init(models: cases.map(\.membership.models).max() ?? 1, independent: 0, replicates: Assembly.replicates),
      datasets: zip(cases, slugs(cases)).map(Self.facts), cells: cells,
      checks: checks
    ).heldToChecks
  }

  private static func facts(_ audited: AuditedCase, slug: String) -> Results.DatasetFacts {
    Results.DatasetFacts(
      name: slug, title: audited.file.url.lastPathComponent, domain: "", subject: "person",
      records: audited.membership.records + audited.population,
      subjects: audited.records.subjects.map { ($0.max() ?? -1) + 1 } ?? audited.membership.records, features: 0,
      classes: audited.classes, duplicatesRemoved: 0, digest: audited.digest, licence: "", citation: "")
  }

  private func provenance(_ cases: [AuditedCase], clock: Stopwatch) -> Provenance {
    Provenance(
      schema: Provenance.schemaName, engine: Version.engine, manifest: "", manifestDigest: request.manifestDigest,
      seed: request.choices.seed,
      datasets: Dictionary(zip(slugs(cases), cases.map(\.digest))) { first, _ in first }, store: "",
      started: clock.started, wallSeconds: clock.seconds, processorSeconds: Provenance.processorSeconds,
      workers: request.workers, machine: .current, cells: [], command: request.command)
  }
}

/// What the model of an audit is called.
enum ClientModel {
  static let name = "client-model"
  static let entry = Names.Entry(
    name: name, title: "Client model", summary: "The model whose answers were supplied.", source: "supplied")
}
