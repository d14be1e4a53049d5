public import Study

/// What the plan for a rating takes to build: the days of its remedies and the dearest of their trainings.
public struct PlanWork: Sendable {
  static let undefended = "none"
  public let works: [DefenceWork]
  /// Nil where the plan builds nothing.
  public let days: Spread?
  /// Multiples of one training run; nil where nothing is trained anew.
  public let compute: Spread?
  /// The remedy whose training is priced; nil where nothing is trained anew.
  public let dearest: String?

  /// - Parameter results: Where remedies were measured as defences: nil outside a study.
  public init(_ remedies: Remedies, rating: Rating?, results: Results? = nil, cell: String? = nil) {
    let sequence = rating.flatMap { remedies.playbook(for: $0) }?.sequence ?? []
    works = sequence.compactMap { remedies[$0] }.map { remedy in
      DefenceWork(
        id: remedy.id, days: remedy.effort.spread, compute: Self.trains(remedy) ? remedy.compute.spread : nil,
        accuracyLost: results.flatMap { Self.accuracyLost(by: remedy, remedies, $0, cell: cell) })
    }
    days = Self.sum(works.map(\.days))
    compute = Self.dearest(works.compactMap(\.compute))
    let costliest = works.max { ($0.compute?.likely ?? -1) < ($1.compute?.likely ?? -1) }
    dearest = costliest?.compute == nil ? nil : costliest?.id
  }

  /// Whether the model is trained anew for it: what acts on answers or on access leaves the model as it is.
  private static func trains(_ remedy: Remedy) -> Bool {
    remedy.families.contains { [.training, .data, .architecture].contains($0) }
  }

  private static func sum(_ spreads: [Spread]) -> Spread? {
    guard !spreads.isEmpty else { return nil }
    return Spread(
      low: spreads.reduce(0) { $0 + $1.low }, likely: spreads.reduce(0) { $0 + $1.likely },
      high: spreads.reduce(0) { $0 + $1.high })
  }

  private static func dearest(_ spreads: [Spread]) -> Spread? {
    guard let low = spreads.map(\.low).max(), let likely = spreads.map(\.likely).max(),
      let high = spreads.map(\.high).max()
    else { return nil }
    return Spread(low: low, likely: likely, high: high)
  }

  /// Points of accuracy between the undefended target and the one with the remedy; ends from opposite ends of both
  /// intervals.
  private static func accuracyLost(
    by remedy: Remedy, _ remedies: Remedies, _ results: Results, cell: String?
  ) -> Spread? {
    guard let before = results.cells.first(where: { $0.id == cell }), let own = before.utility?.accuracy,
      let after = results.cells.first(where: {
        $0.status == .done && $0.dataset == before.dataset && $0.model == before.model
          && $0.defence != before.defence && remedies.tested(as: $0.defence)?.id == remedy.id
      })?.utility?.accuracy
    else { return nil }
    let ends = [own.low - after.high, own.value - after.value, own.high - after.low]
    guard ends.allSatisfy(\.isFinite) else { return nil }
    return Spread(low: 100 * min(ends[0], ends[1]), likely: 100 * ends[1], high: 100 * max(ends[2], ends[1]))
  }
}
