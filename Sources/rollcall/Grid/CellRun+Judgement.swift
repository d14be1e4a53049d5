import Findings
import Study
import Training

extension CellRun {
  /// What is told of a cell beside its attacks one by one.
  struct Judgement: Sendable {
    var utility: UtilityMeasurement?
    var strongest: [StrongestResult] = []
    var quarters: [QuarterResult] = []
    var fidelity: CheckFigure?
    var exposure: ExposureRun.Measure?
  }

  /// What all parts are told from.
  struct Grounds: Sendable {
    let results: [AttackResult]
    let units: [String]
    let pool: Lazy<PoolSignals>
    let draws: Lazy<BootstrapDraws>
    /// K x N of each attack.
    let scores: Lazy<[[[Double]]]>
  }

  private typealias Part = @Sendable () throws -> @Sendable (inout Judgement) -> Void

  /// Each part by a worker of its own.
  ///
  /// - Parameter keys: Of the attacks' measures; those of the parts are added.
  func judgement(_ grounds: Grounds, _ keys: inout [String: String]) async throws -> Judgement {
    let chosen = StrongestRun.parameters(of: grounds.results, keys: keys)
    let exposed = exposed(grounds.results, keys)
    func recipe(_ measure: String, _ parameters: Parameters) throws -> MeasureRecipe {
      let recipe = self.recipe(measure, parameters, grounds.units)
      keys[measure] = try recipe.key
      return recipe
    }
    // The longest first.
    var parts: [Part] = try [
      strongest(grounds, recipe("strongest", chosen)), quarters(grounds, recipe("quarters", chosen)),
    ]
    if let exposed { parts.append(exposure(grounds, exposed, try recipe("exposure", exposed.parameters))) }
    parts += try [utility(grounds, recipe("utility", [:])), fidelity(grounds, recipe("fidelity", [:]))]
    var judgement = Judgement()
    for add in try await executor.map(parts, { try $0() }) { add(&judgement) }
    return judgement
  }

  private func strongest(_ grounds: Grounds, _ recipe: MeasureRecipe) -> Part {
    { [self] in
      let found: [StrongestResult] = try measures.value(of: recipe) {
        (strongestRun(grounds.pool.value).results(of: grounds.results, scores: grounds.scores.value), [:])
      }
      return { $0.strongest = found }
    }
  }

  private func quarters(_ grounds: Grounds, _ recipe: MeasureRecipe) -> Part {
    { [self] in
      let found: [QuarterResult] = try measures.value(of: recipe) {
        let pool = grounds.pool.value
        let measured = strongestRun(pool).quarters(
          of: grounds.results, scores: grounds.scores.value, pool: pool, correctness: correctness(pool),
          classes: study.loaded.records.classes.count)
        return (measured, [:])
      }
      return { $0.quarters = found }
    }
  }

  private func utility(_ grounds: Grounds, _ recipe: MeasureRecipe) -> Part {
    { [self] in
      let found: UtilityMeasurement = try measures.value(of: recipe) {
        let pool = grounds.pool.value
        let signals = pool.signals
        let measured = UtilityMeasurement(
          correctness: correctness(pool), membership: signals.membership, labels: signals.labels,
          populationLabels: signals.populationLabels, subjects: signals.subjects,
          populationSubjects: pool.populationSubjects, classes: study.loaded.records.classes.count,
          draws: grounds.draws.value, seed: Self.drawSeed(seed, 1))
        return (measured, [:])
      }
      return { $0.utility = found }
    }
  }

  /// How like the reference models are to the targets.
  private func fidelity(_ grounds: Grounds, _ recipe: MeasureRecipe) -> Part {
    { [self] in
      // A list of one or none: what the store keeps does not know the cell's name.
      let lines: [CheckFigure] = try measures.value(of: recipe) {
        let pool = grounds.pool.value
        let fidelity = ShadowFidelity(
          right: correctness(pool).records, confidence: pool.signals.models.map(\.confidence),
          membership: pool.signals.membership, resolution: pool.tested.map(\.resolution).max() ?? 0)
        return ([fidelity.line(ofPool: "")].compactMap { $0 }, [:])
      }
      var line = lines.first
      line?.cell = cell.id
      return { [line] in $0.fidelity = line }
    }
  }

  /// The attack that stands for the cell, the rate that it resolves, and what the measure of its exposure depends on.
  private struct Exposed: Sendable {
    let place: Int
    let limit: Double
    let parameters: Parameters
  }

  private func exposed(_ results: [AttackResult], _ keys: [String: String]) -> Exposed? {
    guard let id = CellResult.headlineAttack(of: results, order: Registries.attackOrder),
      let place = results.firstIndex(where: { $0.id == id }), let key = keys[id],
      let limit = results[place].headline?.smallestResolved
    else { return nil }
    return Exposed(
      place: place, limit: limit, parameters: ExposureRun.parameters(of: results[place], key: key, study: study))
  }

  private func exposure(_ grounds: Grounds, _ exposed: Exposed, _ recipe: MeasureRecipe) -> Part {
    { [self] in
      let found: ExposureRun.Measure = try measures.value(of: recipe) {
        let run = ExposureRun(study: study, signals: grounds.pool.value.signals)
        let measure = run.measure(
          of: grounds.results[exposed.place], scores: grounds.scores.value[exposed.place], limit: exposed.limit)
        return (measure, [:])
      }
      return { $0.exposure = found }
    }
  }

  private func strongestRun(_ pool: PoolSignals) -> StrongestRun {
    StrongestRun(
      signals: pool.signals, replicates: replicates, seed: Self.drawSeed(seed, 2), workers: executor.workers)
  }
}
