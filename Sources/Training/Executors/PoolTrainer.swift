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
  let observe: @Sendable (Event) async -> Void

  /// - Parameter fresh: Trains every model again, whatever the store holds.
  public init(
    store: Store, executor: any Executor, fresh: Bool,
    observe: @escaping @Sendable (Event) async -> Void
  ) {
    self.store = store
    self.executor = executor
    self.fresh = fresh
    self.observe = observe
  }

  /// The answers of a cell's models about every record, before any output defence, in the order of the units.
  ///
  /// - Parameter membership: Who trains what, a row for each place that the units name.
  ///
  /// - Throws: ``Study/TrainingError``, ``StoreError``, `CancellationError`.
  public func train(
    _ units: [UnitRecipe], of cell: Cell, on records: Records, design: PoolDesign, membership: Membership
  ) async throws -> [TrainedModel] {
    let trainer = cell.sharesTraining ? cell.model : cell.defence.wrap(cell.model)
    return try await executor.map(units) { unit in
      if !fresh, let stored = await restored(unit, records: records) {
        await observe(.restored(key: unit.key))
        return stored
      }
      let visible = cell.sharesTraining ? records : cell.defence.prepare(records, seed: unit.trainingSeed)
      let model = try trainer.train(
        on: visible, rows: design.rows(ofModel: unit.index, in: membership), recipe: unit.recipe,
        seed: unit.trainingSeed)
      let trained = TrainedModel(signal: model.signal(for: visible), work: model.work)
      try store.write(try trained.entry(recipe: unit), .units, unit.key)
      await observe(.trained(key: unit.key))
      return trained
    }
  }

  private func restored(_ unit: UnitRecipe, records: Records) async -> TrainedModel? {
    switch store.read(.units, unit.key) {
    case .absent: return nil
    case .damaged(let reason):
      await observe(.damaged(reason: reason))
      return nil
    case .found(let entry):
      if let model = TrainedModel(entry: entry), model.signal.values.rows == records.count { return model }
      await observe(.damaged(reason: "\(store.place(.units, unit.key).path) does not hold the signal of this dataset"))
      return nil
    }
  }
}
