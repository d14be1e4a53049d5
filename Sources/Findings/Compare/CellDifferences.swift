import Study

/// The differences of matched cells, and what of them has no counterpart.
struct CellDifferences {
  /// One family: accuracy, and per attack its AUC and its TPR at the smallest rate that both runs resolve.
  private(set) var family: [Difference] = []
  /// TPR at the other rates, which only a gate asks for.
  private(set) var others: [Difference] = []
  private(set) var unmatched: [Unmatched] = []

  mutating func add(_ pair: CellMatching.Pair, base: ComparedRun, current: ComparedRun) {
    let cell = pair.current
    if let reason = Self.obstacle(pair, base, current) {
      unmatched.append(Unmatched(.notComparable, cell, side: .both, reason: reason))
      return
    }
    switch (pair.base.status, cell.status) {
    case (.done, .done): break
    // A defence that means nothing for a model is no news.
    case (.skipped, .skipped): return
    case (let old, let new):
      let reason = "the cell is \(old.rawValue) in the base run and \(new.rawValue) in the current one"
      unmatched.append(Unmatched(.notDone, cell, side: .both, reason: reason))
      return
    }
    let maker = DifferenceMaker(base: base, current: current, pair: pair)
    if let one = pair.base.utility?.accuracy, let other = cell.utility?.accuracy {
      let before = DifferenceMaker.Side(
        estimate: one, isResolved: true, replicates: base.replicates(cell: pair.base, attack: nil, .accuracy))
      let now = DifferenceMaker.Side(
        estimate: other, isResolved: true, replicates: current.replicates(cell: cell, attack: nil, .accuracy))
      family.append(maker.difference(.accuracy, before, now, attack: nil))
    }
    addAttacks(maker)
  }

  /// Why two cells of one identity cannot be compared.
  private static func obstacle(_ pair: CellMatching.Pair, _ base: ComparedRun, _ current: ComparedRun) -> String? {
    let (one, other) = (pair.base, pair.current)
    if one.models != other.models { return "the pool has \(one.models) models in the base run but \(other.models) now" }
    if one.population != other.population {
      return "\(one.population) records are set aside in the base run but \(other.population) now"
    }
    if let old = base.replicates?.numerics, let new = current.replicates?.numerics, old != new {
      return "the runs were computed by versions whose arithmetic differs: run the base again"
    }
    return nil
  }

  private mutating func addAttacks(_ maker: DifferenceMaker) {
    let pair = maker.pair
    for attack in pair.current.attacks {
      guard let before = pair.base.attacks.first(where: { $0.recipe == attack.recipe }) else {
        let isChanged = pair.base.attacks.contains { $0.attack == attack.attack }
        unmatched.append(
          Unmatched(
            isChanged ? .changed : .appeared, pair.current, attack: attack, side: .current,
            reason: isChanged ? "its parameters differ" : "only the current run has it"))
        continue
      }
      guard let one = before.headline, let other = attack.headline else {
        if before.headline != nil || attack.headline != nil {
          let reason =
            "the attack is \(before.status.rawValue) in the base run and \(attack.status.rawValue) in the current one"
          unmatched.append(Unmatched(.notDone, pair.current, attack: attack, side: .both, reason: reason))
        }
        continue
      }
      add(maker, (before, one), (attack, other))
    }
    for attack in pair.base.attacks where !pair.current.attacks.contains(where: { $0.recipe == attack.recipe }) {
      let isChanged = pair.current.attacks.contains { $0.attack == attack.attack }
      unmatched.append(
        Unmatched(
          isChanged ? .changed : .vanished, pair.base, attack: attack, side: .base,
          reason: isChanged ? "its parameters differ" : "only the base run has it"))
    }
  }

  private mutating func add(
    _ maker: DifferenceMaker, _ before: (attack: AttackResult, headline: Headline),
    _ now: (attack: AttackResult, headline: Headline)
  ) {
    func side(
      _ run: ComparedRun, _ cell: CellResult, _ attack: AttackResult, _ quantity: Quantity, _ estimate: Estimate,
      _ isResolved: Bool = true
    ) -> DifferenceMaker.Side {
      DifferenceMaker.Side(
        estimate: estimate, isResolved: isResolved, replicates: run.replicates(cell: cell, attack: attack, quantity))
    }
    let (base, current, pair) = (maker.base, maker.current, maker.pair)
    family.append(
      maker.difference(
        .auc, side(base, pair.base, before.attack, .auc, before.headline.auc),
        side(current, pair.current, now.attack, .auc, now.headline.auc), attack: now.attack))
    var isChosen = false
    let last = now.headline.tpr.last?.fprLimit
    for point in now.headline.tpr {
      guard let old = before.headline.tpr.first(where: { $0.fprLimit == point.fprLimit }) else { continue }
      let quantity = Quantity.tpr(limit: point.fprLimit)
      let rate = maker.difference(
        quantity, side(base, pair.base, before.attack, quantity, Estimate(old), old.resolved),
        side(current, pair.current, now.attack, quantity, Estimate(point), point.resolved), attack: now.attack)
      if !isChosen, (old.resolved && point.resolved) || point.fprLimit == last {
        isChosen = true
        family.append(rate)
      } else {
        others.append(rate)
      }
    }
  }
}
