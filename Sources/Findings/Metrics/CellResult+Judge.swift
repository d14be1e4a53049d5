extension CellResult {
  /// The verdict of a cell over its attacks; nil where none was done.
  ///
  /// A leak where the Holm-adjusted p of an attack with a resolved rate is below 0.05; else insufficient evidence where
  /// no attack has a resolved rate; else none shown.
  public static func verdict(of attacks: [AttackResult]) -> Verdict? {
    let headlines = attacks.compactMap(\.headline)
    guard !headlines.isEmpty else { return nil }
    let isLeak = zip(headlines, Adjustment.holm(headlines.map(\.p))).contains {
      $0.smallestResolved != nil && $1 < Significance.level
    }
    if isLeak { return .leak }
    return headlines.allSatisfy { $0.smallestResolved == nil } ? .insufficientEvidence : .noLeakShown
  }

  /// The id of the attack that stands for a cell: the first in `order` that was done.
  ///
  /// Fixed before any number is seen: the strongest number would be chosen and judged on the same data.
  ///
  /// - Parameters:
  ///   - attacks: all of the cell.
  ///   - order: names of attacks, the one that should stand for a cell first.
  /// - Returns: The first done attack of none of these names where there is no other; nil where none was done.
  public static func headlineAttack(of attacks: [AttackResult], order: [String]) -> String? {
    for name in order {
      if let attack = attacks.first(where: { $0.attack == name && $0.status == .done }) { return attack.id }
    }
    return attacks.first { $0.status == .done }?.id
  }
}
