import Files
import Foundation
import Maths
public import Study

/// Gets the K models of a cell: from the store where they are whole, by training where not.
public struct PoolTrainer: Sendable {
  /// What happened to one model, for progress and warnings.
  public enum Event: Sendable {
    case trained(key: String)
    case restored(key: String)
    case damaged(reason: String)
  }

  let store: Store
  let executor: any Executor
  let fresh: Bool
  let keepsModels: Bool
  let observe: @Sendable (Event) async -> Void

  /// - Parameters:
  ///   - fresh: Trains every model again, whatever the store holds.
  ///   - keepsModels: Whether networks' weights are kept; what is stored without them is trained again.
  public init(
    store: Store, executor: any Executor, fresh: Bool, keepsModels: Bool = false,
    observe: @escaping @Sendable (Event) async -> Void
  ) {
    self.store = store
    self.executor = executor
    self.fresh = fresh
    self.keepsModels = keepsModels
    self.observe = observe
  }

  /// The answers of a cell's models about every record, before any output defence, in the order of the units.
  ///
  /// - Parameters:
  ///   - membership: Who trains what, a row for each place that the units name.
  ///   - alteration: How records are altered where models are asked about copies too.
  ///
  /// - Throws: ``Study/TrainingError``, ``StoreError``, `CancellationError`.
  public func train(
    _ units: [UnitRecipe], of cell: Cell, on records: Records, design: PoolDesign, membership: Membership,
    alteration: Alteration? = nil
  ) async throws -> [TrainedModel] {
    let learner = cell.learner(population: design.population)
    let copies = alteration.map { Copies(of: cell, on: records, alteration: $0) }
    return try await executor.map(units) { unit in
      if !fresh, let stored = await restored(unit, records: records, copies: copies) {
        await observe(.restored(key: unit.key))
        return stored
      }
      let start = ThreadClock.seconds
      let model = try learner.train(
        on: records, rows: design.rows(ofModel: unit.index, in: membership), recipe: unit.recipe,
        seed: unit.trainingSeed)
      var trained = TrainedModel(
        signal: model.signal(for: records), served: model.served(for: records), work: model.work, curve: model.curve)
      trained.seconds = ThreadClock.seconds - start
      try store.write(try trained.entry(recipe: unit), .units, unit.key)
      if keepsModels { try store.keep(model, unit.key) }
      if let copies {
        let altered = AlteredRecords(
          records, population: design.population, alteration: copies.alteration, seed: unit.seed)
        let answers = CopyAnswers(of: model, about: altered)
        let recipe = copies.recipe(of: unit)
        try store.write(try answers.entry(recipe: recipe), .copies, recipe.key)
        trained.copies = copies.shares(answers, of: unit)
      }
      await observe(.trained(key: unit.key))
      return trained
    }
  }

  private func restored(_ unit: UnitRecipe, records: Records, copies: Copies?) async -> TrainedModel? {
    if keepsModels, !Store.holds(.models, unit.key, in: store.folder) { return nil }
    guard
      var model = await entry(
        .units, unit.key,
        read: { TrainedModel(entry: $0).flatMap { $0.signal.values.rows == records.count ? $0 : nil } })
    else { return nil }
    guard let copies else { return model }
    let rows = records.count * copies.alteration.copies
    guard
      let answers = await entry(
        .copies, copies.recipe(of: unit).key,
        read: { CopyAnswers(entry: $0).flatMap { $0.signal.values.rows == rows ? $0 : nil } })
    else { return nil }
    model.copies = copies.shares(answers, of: unit)
    return model
  }

  /// What an entry holds; nil where it is absent or of no use, which is told.
  private func entry<Value: Sendable>(
    _ kind: Store.Kind, _ key: String, read: (Store.Entry) -> Value?
  ) async -> Value? {
    switch store.read(kind, key) {
    case .absent: return nil
    case .damaged(let reason): await observe(.damaged(reason: reason))
    case .found(let entry):
      if let value = read(entry) { return value }
      await observe(.damaged(reason: "\(store.place(kind, key).path) does not hold the signal of this dataset"))
    }
    return nil
  }
}

/// What the copies of a cell's records have in common, whatever the model.
private struct Copies: Sendable {
  let cell: Cell
  let records: Records
  let alteration: Alteration

  init(of cell: Cell, on records: Records, alteration: Alteration) {
    self.cell = cell
    self.records = records
    self.alteration = alteration
  }

  func recipe(of unit: UnitRecipe) -> CopiesRecipe {
    CopiesRecipe(of: unit, alteration: alteration, records: records)
  }

  /// How often each record's copies get its true label, once the defence has released the answers.
  func shares(_ answers: CopyAnswers, of unit: UnitRecipe) -> CopyShares {
    var stream = unit.role.release.stream(seed: unit.seed, index: unit.index)
    // The first word is the seed of the answers about the records themselves.
    _ = stream.seed()
    return CopyShares(cell.defence.release(answers.signal, seed: stream.seed()), labels: records.labels)
  }
}
