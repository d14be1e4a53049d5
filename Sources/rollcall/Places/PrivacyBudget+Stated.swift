import Files
import Findings
import Foundation
import History
import Privacy
import Study

extension PrivacyBudget {
  /// The plan and the ledger that a client's files hold, in that order.
  ///
  /// - Parameter folder: What their paths are relative to; nil for the current one.
  /// - Throws: ``Files/FileError``, ``Study/ManifestError``, ``History/LedgerError``, ``Privacy/PrivacyError``.
  static func stated(by engagement: Engagement?, beside folder: URL?) throws -> [PrivacyBudget] {
    var budgets: [PrivacyBudget] = []
    func place(_ path: String) -> URL { URL(fileURLWithPath: path, relativeTo: folder).standardizedFileURL }
    if let path = engagement?.budget {
      let bytes = try GivenFile.bytes(of: place(path), most: FactNode.largestFile)
      budgets.append(PrivacyBudget(try BudgetPlan(for: try BudgetRequest(Array(bytes), file: path))))
    }
    if let path = engagement?.ledger {
      let ledger = try BudgetLedger(place(path))
      budgets.append(PrivacyBudget(try ledger.status(), try ledger.entries()))
    }
    return budgets
  }

  private init(_ plan: BudgetPlan) {
    self.init(
      kind: .plan, epsilon: plan.epsilon, delta: plan.delta, objective: Objective(rawValue: plan.objective.rawValue),
      entries: plan.entries.map {
        Entry(
          period: "year \($0.year)", stage: $0.stage, mechanism: $0.mechanism, noise: $0.noise, rate: $0.rate,
          steps: $0.steps, increment: $0.increment, cumulative: $0.cumulative)
      })
  }

  private init(_ status: LedgerStatus, _ entries: [LedgerEntry]) {
    var before = 0.0
    self.init(
      kind: .ledger, epsilon: status.epsilon, delta: status.delta, objective: nil,
      entries: entries.map { entry in
        defer { before = entry.epsilon }
        return Entry(
          period: String(entry.time.prefix(4)), stage: entry.stage, mechanism: entry.mechanism, noise: entry.noise,
          rate: entry.rate, steps: entry.steps, increment: max(0, entry.epsilon - before), cumulative: entry.epsilon)
      })
  }
}

extension SweepCost {
  /// Of each model with two private settings or more that were done.
  static func all(of results: Results) -> [SweepCost] {
    var seen: [CellResult] = []
    var sweeps: [SweepCost] = []
    for cell in results.cells where !seen.contains(where: cell.sharesModel) {
      seen.append(cell)
      let promises = results.cells.filter { cell.sharesModel($0) && $0.status == .done }.compactMap(\.privacy)
      for unit in [PrivacyPromise.Unit.record, .subject, .client] {
        sweeps += [SweepCost(cell, promises.filter { $0.unit == unit })].compactMap { $0 }
      }
    }
    return sweeps
  }

  /// Nil for fewer than two, and where the accountant refuses.
  private init?(_ cell: CellResult, _ promises: [PrivacyPromise]) {
    guard promises.count > 1, let delta = promises.map(\.delta).max(), let largest = promises.map(\.epsilon).max()
    else { return nil }
    let releases = promises.map { Release(.gaussian(noise: $0.noise, rate: $0.samplingRate), steps: $0.steps) }
    guard let epsilon = try? LossAccountant(releases).epsilon(delta: delta).pessimistic, epsilon.isFinite else {
      return nil
    }
    self.init(
      dataset: cell.dataset, model: cell.model, unit: promises[0].unit, settings: promises.count, epsilon: epsilon,
      delta: delta, largest: largest)
  }
}
