import Attacks
import Findings
import Maths
import Study
import Training

/// Walks along the boundary of the first pair of a cell's models, which are trained again to be asked unless they were kept.
struct BoundaryRun {
  let cell: Cell
  let study: StudyData
  let units: [UnitRecipe]
  let options: BoundaryOptions
  let store: Store
  let replicates: Int
  let seed: UInt64

  /// What the result depends on beyond the pool: also which other attacks it is set beside.
  func parameters(_ others: [AttackResult], keys: [String: String]) -> Parameters {
    [
      "records": .whole(options.records), "queries": .whole(options.queries),
      "others": .list(others.map { .list([.word($0.id), .word(keys[$0.id] ?? "")]) }),
    ]
  }

  /// The attacks that it is set beside: those on labels alone, and the one that stands for the cell.
  static func others(of results: [AttackResult]) -> [AttackResult] {
    let headline = CellResult.headlineAttack(of: results, order: Registries.attackOrder)
    return results.filter { $0.status == .done && ($0.access == .labels || $0.id == headline) }
  }

  /// - Parameter scores: K x N of each of the others.
  /// - Throws: ``Study/TrainingError``, `CancellationError`.
  func result(
    pool: PoolSignals, others: [(result: AttackResult, scores: [[Double]])], executor: any Executor
  ) async throws -> BoundaryResult? {
    let membership = study.design.membership
    let targets = Array(units.prefix(BoundaryOptions.targets).indices)
    guard targets.count == BoundaryOptions.targets else { return nil }
    let places = drawn
    let space = QuerySpace(study.loaded.records, population: study.design.population)
    let rows = places.map { study.design.tested[$0] }
    let found = try await executor.map(targets) { target in
      try walk(space, target).distances(of: rows, answer: answers(of: target))
    }
    // Beyond all that were reached.
    let farthest = found.flatMap { $0 }.map(\.distance).filter(\.isFinite).max() ?? 0
    let scores = found.map { $0.map { $0.distance.isFinite ? $0.distance : 2 * farthest + 1 } }
    let chosen = Membership(
      rows: targets.map { target in places.map { membership.contains(model: target, record: $0) } })
    let subjects = PoolSignals.dense(places.map { pool.signals.subjects[$0] })
    let draws = BootstrapDraws(
      models: targets.count, subjects: (subjects.max() ?? 0) + 1, replicates: replicates,
      seed: CellRun.drawSeed(seed, 3))
    func headline(_ scores: [[Double]]) -> Headline {
      AttackMeasurement(scores: scores, membership: chosen, subjects: subjects, aggregation: .mean, draws: draws)
        .headline
    }
    let labels = found.flatMap { $0 }.map(\.queries)
    let asked = labels.reduce(0, +)
    return BoundaryResult(
      targets: targets.count, records: places.count, queries: Double(asked) / Double(max(1, labels.count)),
      mostQueries: labels.max() ?? 0, allQueries: asked + targets.count * study.design.population.count,
      unreached: found.flatMap { $0 }.count { !$0.distance.isFinite }, headline: headline(scores),
      others: others.filter { !$0.scores.isEmpty }.map { other in
        let same = targets.map { target in places.map { other.scores[target][$0] } }
        return BoundaryResult.Other(
          attack: other.result.id, access: other.result.access, auc: headline(same).auc)
      })
  }

  /// Places among the records under test, ascending.
  private var drawn: [Int] {
    var stream = Purpose.boundary.stream(seed: seed, index: 0)
    let all = Array(study.design.tested.indices)
    return stream.shuffled(all).prefix(options.records).sorted()
  }

  private func walk(_ space: QuerySpace, _ target: Int) -> BoundaryWalk {
    var stream = Purpose.boundary.stream(seed: seed, index: 1 + 2 * target)
    return BoundaryWalk(space: space, queries: options.queries, seed: stream.seed())
  }

  /// The labels that a target gives away, under the cell's defence: a noisy answer is drawn anew for each query.
  private func answers(of target: Int) throws -> (Records) -> [Int] {
    let unit = units[target]
    let model = try store.keptModel(unit.key) ?? trained(unit)
    var stream = Purpose.boundary.stream(seed: seed, index: 2 + 2 * target)
    return { records in
      let signal = cell.defence.release(model.served(for: records) ?? model.signal(for: records), seed: stream.seed())
      return (0..<signal.values.rows).map { signal.values.largest(inRow: $0) }
    }
  }

  private func trained(_ unit: UnitRecipe) throws -> any Model {
    let rows = study.design.rows(ofModel: unit.index, in: study.design.membership)
    return try cell.learner(population: study.design.population)
      .train(on: study.loaded.records, rows: rows, recipe: unit.recipe, seed: unit.trainingSeed)
  }
}
