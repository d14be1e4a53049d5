import Files
import Findings
import Foundation
import Logging
import Study
import Training

/// From manifest to report, in the order the README tells it.
struct Pipeline {
  let session: Session
  let run: RunFolder
  let store: Store
  let budgets: [PrivacyBudget]
  let workers: Int
  let fresh: Bool

  /// Where the report lies, and how many cells failed.
  struct Outcome: Sendable {
    let report: URL
    let failed: Int
  }

  /// Checks that output and store can be written and budgets be read, before anything is trained.
  init(session: Session, output: String?, workers: Int, fresh: Bool) throws {
    self.session = session
    self.workers = workers
    self.fresh = fresh
    run = RunFolder(folder: URL(fileURLWithPath: output ?? "Output/\(session.manifest.name)"))
    try run.probe()
    store = try Store(folder: session.storeFolder)
    budgets = try PrivacyBudget.stated(by: session.manifest.engagement, beside: session.places.manifestFolder)
  }

  func run() async throws -> Outcome {
    let clock = Stopwatch()
    var outcomes: [CellRun.Outcome] = []
    let cost = try PlanCost(session: session, workers: workers) { session.logger.debug("\($0)") }
    let progress = Progress(
      style: Progress.style(quiet: session.talk.quiet, environment: session.places.environment),
      cells: session.plan.cells.count, trainings: try PlanTable(session: session).trainings,
      left: TimeLeft(parts: cost.parts, workers: workers))
    for study in session.studies { try store.keep(study, replacing: fresh) }
    for cell in session.plan.cells {  // dataset x model x defence
      try Task.checkCancellation()
      guard let study = session.study(of: cell) else {
        outcomes.append(.skipped(cell, reason: session.absence(of: cell) ?? "", models: session.manifest.pool.models))
        await progress.cellDone(cell.id)
        continue
      }
      session.logger.debug("cell \(cell.id)")
      outcomes.append(try await cellRun(cell, study, progress).outcome())
      await progress.cellDone(cell.id)
    }
    await progress.finish()
    let assembly = Assembly(session: session, outcomes: outcomes, budgets: budgets)
    let provenance = provenance(outcomes, clock: clock)
    let rendering = Rendering(
      run: run, templates: session.templates, ownGuidance: session.guidance.own, brand: session.brand)
    for line in try rendering.brandLog() { session.logger.notice("\(line)") }
    let report = try await rendering.write(
      assembly.findings, provenance: provenance, exposed: assembly.exposed)
    return Outcome(report: report, failed: outcomes.count { $0.result.status == .failed })
  }

  private func cellRun(_ cell: Cell, _ study: StudyData, _ progress: Progress) -> CellRun {
    let executor = LocalExecutor(workers: workers)
    let logger = session.logger
    let seed = session.manifest.seed
    let trainer = PoolTrainer(
      store: store, executor: executor, fresh: fresh, keepsModels: session.manifest.keep.contains(.models)
    ) { event in
      switch event {
      case .trained(let key): await progress.note(key, stored: false)
      case .restored(let key): await progress.note(key, stored: true)
      case .damaged(let reason): logger.warning("\(reason): trained again")
      }
    }
    return CellRun(
      cell: cell, study: study, attacks: session.manifest.attacks, trainer: trainer, executor: executor,
      measures: Measures(store: store, fresh: fresh, logger: logger), replicates: Assembly.replicates, seed: seed,
      logger: logger, audit: session.manifest.audit, boundary: session.manifest.boundary,
      keepsScores: session.manifest.keep.contains(.scores))
  }

  private func provenance(_ outcomes: [CellRun.Outcome], clock: Stopwatch) -> Provenance {
    Provenance(
      schema: Provenance.schemaName, engine: Version.engine, manifest: session.manifestName,
      manifestDigest: session.manifestDigest, seed: session.manifest.seed,
      datasets: Dictionary(session.studies.map { ($0.choice.name, $0.loaded.digest) }) { first, _ in first },
      store: store.folder.path, started: clock.started, wallSeconds: clock.seconds,
      processorSeconds: Provenance.processorSeconds, workers: workers, machine: .current,
      cells: outcomes.map { outcome in
        var sources = outcome.sources
        let plain = outcomes.first { $0.result.isUndefended && $0.result.sharesModel(outcome.result) }
        if let own = sources.trainingSeconds, let base = plain?.sources.trainingSeconds, base > 0 {
          sources.timesUndefended = own / base
        }
        return sources
      })
  }
}
