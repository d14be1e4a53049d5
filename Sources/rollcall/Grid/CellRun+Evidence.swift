import Findings
import Logging
import Study
import Training

extension CellRun {
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
