import Files
import Findings
import Foundation
import Logging
import Maths
import Study
import Training

/// One cell from its plan to its figures.
struct CellRun {
  let cell: Cell
  let study: StudyData
  let attacks: [any Attack]
  let trainer: PoolTrainer
  let executor: any Executor
  let measures: Measures
  let replicates: Int
  let seed: UInt64
  let logger: Logger
  let audit: CanaryOptions?
  let boundary: BoundaryOptions?
  let keepsScores: Bool

  /// What a cell came to.
  struct Outcome {
    let result: CellResult
    let curves: [Curve]
    let replicates: [ReplicateArchive.Line]
    let sources: Provenance.CellSources
    /// How like the reference models are to the target; nil where there are none.
    let fidelity: CheckFigure?
    let exposed: [ExposedRecord]

    /// Of a cell whose dataset is not here.
    static func skipped(_ cell: Cell, reason: String, models: Int) -> Outcome {
      let result = CellResult(
        id: cell.id, dataset: cell.dataset.name, model: type(of: cell.model).name,
        defence: cell.defence.name,
        parameters: CellParameters(model: cell.model.values, defence: cell.defence.values), status: .skipped,
        reason: reason, models: models, records: 0, population: 0, utility: nil, attacks: [], headlineAttack: nil,
        verdict: nil, work: 0)
      return Outcome(
        result: result, curves: [], replicates: [],
        sources: Provenance.CellSources(cell: cell.id, pool: "", units: [], measures: [:]), fidelity: nil, exposed: [])
    }
  }

  /// - Throws: ``Training/StoreError`` and `CancellationError`; what is wrong with the cell itself becomes its status.
  func outcome() async throws -> Outcome {
    let units: CellUnits
    do {
      units = try CellUnits(of: cell, in: study, alteration: CellUnits.alteration(for: attacks))
    } catch {
      return outcome(.skipped, reason: error.reason)
    }
    if let warning = units.pool.first.flatMap({ PrivacyPromise(cell, $0.recipe, in: study)?.warning }) {
      logger.warning("\(cell.id): \(warning)")
    }
    do {
      let models = try await train(units.pool, study.design.membership)
      let targets = try await train(units.independent, study.independent)
      return try await measured(models, targets, units)
    } catch let error as TrainingError {
      return outcome(.failed, reason: error.description, units: units.keys)
    }
  }

  private func train(_ units: [UnitRecipe], _ membership: Membership) async throws -> [TrainedModel] {
    try await trainer.train(
      units, of: cell, on: study.loaded.records, design: study.design, membership: membership,
      alteration: CellUnits.alteration(for: attacks))
  }

  private func measured(
    _ models: [TrainedModel], _ targets: [TrainedModel], _ sources: CellUnits
  ) async throws -> Outcome {
    let units = sources.keys
    let pool = Lazy { [cell, study, seed, attacks, executor] in
      PoolSignals(
        models: models, independent: targets, defence: cell.defence, records: study.loaded.records,
        design: study.design, seed: seed, needs: attacks.map { type(of: $0).needs }, workers: executor.workers)
    }
    let subjects = Set(study.design.tested.map { study.loaded.records.subjects[$0] }).count
    let draws = Lazy { [study, replicates, seed] in
      BootstrapDraws(
        models: study.design.membership.models, subjects: subjects, replicates: replicates,
        seed: Self.drawSeed(seed, 0))
    }
    let ids = Self.ids(of: attacks)
    let runs = try await executor.map(Array(zip(attacks, ids))) { [self] attack, id in
      let recipe = recipe(type(of: attack).name, attack.values, sources.sources(of: type(of: attack).needs))
      var made: [[Double]]?
      let measure: Measures.OfAttack = try measures.value(of: recipe) {
        let (measure, scores) = run(of: attack, pool.value, draws.value).measure(id: id)
        made = scores
        return (measure, keepsScores ? Measures.files(scores) : [:])
      }
      return (id, measure, try recipe.key, made)
    }
    var (results, curves, keys): ([AttackResult], [Curve], [String: String]) = ([], [], [:])
    var lines: [ReplicateArchive.Line] = []
    for (id, measure, key, _) in runs {
      // The store knows an attack by its parameters; what it is called depends on the manifest.
      var result = measure.result
      result.id = id
      results.append(result)
      if var curve = measure.curve {
        (curve.cell, curve.attack) = (cell.id, id)
        curves.append(curve)
      }
      lines.append(ReplicateArchive.Line(cell: cell.id, attack: id, figures: measure.replicates))
      keys[id] = key
    }
    let scores = Lazy { [self] in
      zip(attacks, runs).map { attack, run in
        // What was not made just now and is not kept is worked out again.
        run.3 ?? measures.scores(of: run.2) ?? self.run(of: attack, pool.value, draws.value).scores()
      }
    }
    let grounds = Grounds(results: results, units: units, pool: pool, draws: draws, scores: scores)
    let judgement = try await judgement(grounds, &keys)
    if let utility = judgement.utility {
      lines.insert(ReplicateArchive.Line(cell: cell.id, attack: nil, figures: [utility.replicates]), at: 0)
    }
    let audits = try await audits(sources, pool, &keys)
    let boundary = try await boundary(sources, pool, of: results, scores, &keys)
    let work = (models + targets).reduce(0) { $0 + $1.work }
    return outcome(
      .done, reason: nil, attacks: results, curves: curves, lines: lines, work: work, judgement: judgement,
      units: units, copies: sources.copies.map(\.key), measures: keys, recipe: sources.pool.first?.recipe,
      audits: audits, boundary: boundary, seconds: Self.seconds(of: models + targets))
  }

  /// Nil where the time of one is not known.
  private static func seconds(of models: [TrainedModel]) -> Double? {
    let known = models.compactMap(\.seconds)
    return known.count == models.count ? known.reduce(0, +) : nil
  }

  func run(of attack: any Attack, _ pool: PoolSignals, _ draws: BootstrapDraws) -> AttackRun {
    AttackRun(
      attack: attack, pool: pool, independent: study.independent, redrawn: study.design.redrawn(seed: seed),
      draws: draws, seed: seed)
  }

  func recipe(_ measure: String, _ parameters: Parameters, _ units: [String]) -> MeasureRecipe {
    MeasureRecipe(
      units: units, cell: cell, measure: measure, parameters: parameters, replicates: replicates, seed: seed)
  }

  /// Seeds of the redraws: 0 for pairs and subjects under test, 1 for the population, 2 within halves.
  ///
  /// Each is the first word of the purpose's stream of that number.
  static func drawSeed(_ seed: UInt64, _ index: Int) -> UInt64 {
    var stream = Purpose.bootstrap.stream(seed: seed, index: index)
    return stream.seed()
  }

  /// An attack's name, with what differs from the standard where the name stands more than once.
  static func ids(of attacks: [any Attack]) -> [String] {
    let names = attacks.map { type(of: $0).name }
    return attacks.map { attack in
      let name = type(of: attack).name
      return names.filter { $0 == name }.count > 1 ? attack.label : name
    }
  }

  private func outcome(
    _ status: CellResult.Status, reason: String?, attacks: [AttackResult] = [], curves: [Curve] = [],
    lines: [ReplicateArchive.Line] = [], work: Double = 0, judgement: Judgement = Judgement(), units: [String] = [],
    copies: [String] = [], measures: [String: String] = [:], recipe: Recipe? = nil, audits: [CanaryAudit] = [],
    boundary: BoundaryResult? = nil, seconds: Double? = nil
  ) -> Outcome {
    let result = CellResult(
      id: cell.id, dataset: cell.dataset.name, model: type(of: cell.model).name, defence: cell.defence.name,
      parameters: CellParameters(model: cell.model.values, defence: cell.defence.values), status: status,
      reason: reason, models: study.design.membership.models, records: study.loaded.records.count,
      population: study.design.population.count, utility: judgement.utility?.utility, attacks: attacks,
      headlineAttack: CellResult.headlineAttack(of: attacks, order: Registries.attackOrder),
      verdict: CellResult.verdict(of: attacks), work: work, strongest: judgement.strongest,
      exposure: judgement.exposure?.exposure, quarters: judgement.quarters,
      privacy: recipe.flatMap { PrivacyPromise(cell, $0, in: study) },
      audits: audits, boundary: boundary)
    return Outcome(
      result: result, curves: curves, replicates: lines,
      sources: Provenance.CellSources(
        cell: cell.id, pool: study.poolKey, units: units, copies: copies.isEmpty ? nil : copies, measures: measures,
        trainingSeconds: seconds),
      fidelity: judgement.fidelity, exposed: judgement.exposure?.most ?? [])
  }

  func correctness(_ pool: PoolSignals) -> Correctness {
    Correctness(
      signals: pool.served.tested, populationSignals: pool.served.population, labels: pool.signals.labels,
      populationLabels: pool.signals.populationLabels)
  }
}
