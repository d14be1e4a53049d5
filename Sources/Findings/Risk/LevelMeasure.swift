import Study

/// What a cell's attacks measured at a level of access.
struct LevelMeasure {
  let cell: CellResult

  /// What is told, from the least.
  static let ladder: [Access] = [.labels, .topK, .probabilities, .logits, .weights]

  /// The strongest attack that a level allows, chosen and reported on different halves; where a cell has too few models
  /// for that, the first attack of the fixed order that the level allows.
  ///
  /// - Returns: nil where nothing was measured at this level or at a lower one.
  func measured(at level: AccessLevel) -> LevelRating.Measured? {
    let access = level.access ?? .labels
    let allowed = Self.ladder.prefix(through: Self.ladder.firstIndex(of: access) ?? 0)
    let strongest = cell.strongest.filter { allowed.contains($0.access) }
    if let best = strongest.max(by: { Self.rank($0.access) < Self.rank($1.access) }) { return measured(best) }
    guard cell.strongest.isEmpty else { return nil }
    let known = cell.attacks.filter { $0.status == .done && $0.headline != nil && allowed.contains($0.access) }
    let first = known.first { $0.id == cell.headlineAttack } ?? known.first
    return first.flatMap { attack in
      attack.headline.map { headline in
        LevelRating.Measured(
          attack: attack.id, access: attack.access, auc: headline.auc,
          rate: headline.printed.map { .init($0) })
      }
    }
  }

  static func rank(_ access: Access) -> Int { ladder.firstIndex(of: access) ?? 0 }

  private func measured(_ best: StrongestResult) -> LevelRating.Measured {
    let rate = best.tpr.filter(\.resolved).min { $0.fprLimit < $1.fprLimit }
    return LevelRating.Measured(
      attack: Self.mostFrequent(rate?.chosen ?? best.auc.chosen), access: best.access, auc: best.auc.estimate,
      rate: rate.map { .init(fprLimit: $0.fprLimit, found: $0.estimate) })
  }

  /// Of equally frequent ones the first.
  private static func mostFrequent(_ names: [String]) -> String {
    let counts = names.map { name in names.count { $0 == name } }
    return zip(names, counts).first { $0.1 == counts.max() }?.0 ?? ""
  }
}
