import Findings
import Logging
import Study
import Training

extension CellRun {
  /// How like the reference models are to the targets; nil where there are none.
  func fidelity(
    _ units: [String], _ pool: Lazy<PoolSignals>, _ keys: inout [String: String]
  ) throws -> CheckFigure? {
    let recipe = recipe("fidelity", [:], units)
    keys["fidelity"] = try recipe.key
    // A list of one or none: what the store keeps does not know the cell's name.
    let lines: [CheckFigure] = try measures.value(of: recipe) {
      let signals = pool.value.signals
      let fidelity = ShadowFidelity(
        right: correctness(pool.value).records, confidence: signals.models.map(\.confidence),
        membership: signals.membership, resolution: pool.value.tested.map(\.resolution).max() ?? 0)
      return ([fidelity.line(ofPool: "")].compactMap { $0 }, [:])
    }
    var line = lines.first
    line?.cell = cell.id
    return line
  }

  /// Who is found how often by the attack that stands for the cell; nil where it resolves no rate.
  func exposure(
    of results: [AttackResult], _ units: [String], _ pool: Lazy<PoolSignals>, _ scores: Lazy<[[[Double]]]>,
    _ keys: inout [String: String]
  ) throws -> ExposureRun.Measure? {
    guard let id = CellResult.headlineAttack(of: results, order: Registries.attackOrder),
      let place = results.firstIndex(where: { $0.id == id }), let key = keys[id],
      let limit = results[place].headline?.smallestResolved
    else { return nil }
    let recipe = recipe("exposure", ExposureRun.parameters(of: results[place], key: key, study: study), units)
    keys["exposure"] = try recipe.key
    return try measures.value(of: recipe) {
      let run = ExposureRun(study: study, signals: pool.value.signals)
      return (run.measure(of: results[place], scores: scores.value[place], limit: limit), [:])
    }
  }

  /// Members told by how far they are from another answer; nil unless asked for.
  func boundary(
    _ sources: CellUnits, _ pool: Lazy<PoolSignals>, of results: [AttackResult],
    _ scores: Lazy<[[[Double]]]>, _ keys: inout [String: String]
  ) async throws -> BoundaryResult? {
    guard let boundary else { return nil }
    let run = BoundaryRun(
      cell: cell, study: study, units: sources.pool, options: boundary, store: measures.store, replicates: replicates,
      seed: seed)
    let others = BoundaryRun.others(of: results)
    let recipe = recipe("boundary", run.parameters(others, keys: keys), sources.keys)
    keys["boundary"] = try recipe.key
    // A list of one or none.
    if let stored: [BoundaryResult] = measures.stored(try recipe.key) { return stored.first }
    let scored = zip(results, scores.value).filter { others.contains($0.0) }.map { ($0, $1) }
    let found = try await run.result(pool: pool.value, others: scored, executor: executor)
    return try measures.value(of: recipe) { ([found].compactMap { $0 }, [:]) }.first
  }

  /// Bounds on epsilon by canaries, one for each kind; none unless asked for.
  func audits(
    _ sources: CellUnits, _ pool: Lazy<PoolSignals>, _ keys: inout [String: String]
  ) async throws -> [CanaryAudit] {
    guard let audit, let recipe = sources.pool.first?.recipe else { return [] }
    let run = CanaryRun(cell: cell, study: study, recipe: recipe, options: audit, seed: seed)
    let found = try await executor.map(audit.kinds) { [self] kind in
      let measure = self.recipe("canaries", run.parameters(kind), sources.keys)
      // A list of one or none.
      let audits: [CanaryAudit] = try measures.value(of: measure) {
        ([try run.audit(kind, pool: pool.value)].compactMap { $0 }, [:])
      }
      return (key: try measure.key, audits: audits)
    }
    for (kind, made) in zip(audit.kinds, found) { keys["canaries-\(kind.rawValue)"] = made.key }
    let audits = found.flatMap(\.audits)
    if let promise = PrivacyPromise(cell, recipe, in: study), let broken = audits.first(where: { $0.breaks(promise) }) {
      logger.error(
        "\(cell.id): an audit puts epsilon at \(broken.epsilon) or more, above the \(promise.epsilon) promised")
    }
    return audits
  }
}
