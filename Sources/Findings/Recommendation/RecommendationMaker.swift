import Study

/// Chooses and verifies for one model on one dataset.
struct RecommendationMaker {
  /// Where a manifest states no floor.
  static let standardFloor = 0.95

  private let base: CellResult
  /// Without the base.
  private let defended: [CellResult]
  private let floor: Double
  private let limit: Double
  private let chance: Double

  /// Nil where there is no undefended cell, no defended one, or none that was measured by quarters.
  init?(_ cells: [CellResult], floor: Double) {
    let measured = cells.filter { $0.status == .done && $0.quarters.count == 4 }
    guard let base = measured.first(where: \.isUndefended), let utility = base.utility else { return nil }
    self.base = base
    self.floor = floor
    defended = measured.filter { $0.id != base.id }
    guard !defended.isEmpty else { return nil }
    chance = 1 / Double(utility.classes)
    let resolved = Resolution.limits.first { limit in
      measured.allSatisfy { cell in cell.quarters.allSatisfy { $0.tells(limit) } }
    }
    limit = resolved ?? .nan
  }

  var recommendation: Recommendation {
    guard !limit.isNaN, base.quarters.allSatisfy({ $0.balancedAccuracy > chance }) else {
      return made(.insufficientEvidence, cell: nil, chosen: 0, verified: nil)
    }
    let picks = (0..<4).map(pick)
    guard picks.contains(where: { $0 != nil }) else {
      let nearest = defended.max { worstKept($0) < worstKept($1) }
      return made(.noneMeetsFloor, cell: nearest, chosen: 0, verified: nearest.map { verified($0, on: [0, 1, 2, 3]) })
    }
    // Of equally often chosen ones the first in the order of the manifest.
    let candidates = [base] + defended
    let votes = candidates.map { cell in picks.count { $0 == cell.id } }
    let most = votes.max() ?? 0
    guard let place = votes.firstIndex(of: most) else {
      return made(.insufficientEvidence, cell: nil, chosen: 0, verified: nil)
    }
    let cell = candidates[place]
    let kept = verified(cell, on: (0..<4).filter { picks[$0] == cell.id })
    if cell.id == base.id { return made(.undefended, cell: base, chosen: most, verified: kept) }
    // A choice that no second quarter makes is luck, as is a gain that only those have that chose.
    let holds =
      most > 1 && kept.accuracy >= floor && kept.balanced >= floor && kept.found < kept.foundUndefended
    return made(holds ? .defence : .unconfirmed, cell: cell, chosen: most, verified: kept)
  }

  /// The least leaking cell above the floor on a quarter; nil where no defence is above it.
  private func pick(_ quarter: Int) -> String? {
    let able = defended.filter { cell in
      let kept = kept(cell, on: quarter)
      return kept.accuracy >= floor && kept.balanced >= floor
    }
    guard !able.isEmpty else { return nil }
    return ([base] + able).min { leak($0, on: quarter).rate < leak($1, on: quarter).rate }?.id
  }

  private func kept(_ cell: CellResult, on quarter: Int) -> (accuracy: Double, balanced: Double) {
    let (own, reference) = (cell.quarters[quarter], base.quarters[quarter])
    return (
      own.accuracy / reference.accuracy, (own.balancedAccuracy - chance) / (reference.balancedAccuracy - chance)
    )
  }

  private func worstKept(_ cell: CellResult) -> Double {
    (0..<4).map { min(kept(cell, on: $0).accuracy, kept(cell, on: $0).balanced) }.reduce(0, +)
  }

  /// The strongest attack on a quarter and its rate: masking is judged by what still applies.
  private func leak(_ cell: CellResult, on quarter: Int) -> (attack: String, rate: Double) {
    var best = (attack: "", rate: -1.0)
    for attack in cell.quarters[quarter].attacks {
      guard let rate = attack.rate(at: limit), rate > best.rate else { continue }
      best = (attack.id, rate)
    }
    return best
  }

  private func verified(_ cell: CellResult, on quarters: [Int]) -> Recommendation.Kept {
    func opposite(_ cell: CellResult, _ quarter: Int) -> Double {
      let attack = leak(cell, on: quarter).attack
      return cell.quarters[3 - quarter].attacks.first { $0.id == attack }?.rate(at: limit) ?? .nan
    }
    func mean(_ value: (Int) -> Double) -> Double { quarters.map(value).reduce(0, +) / Double(quarters.count) }
    return Recommendation.Kept(
      accuracy: mean { kept(cell, on: 3 - $0).accuracy }, balanced: mean { kept(cell, on: 3 - $0).balanced },
      found: mean { opposite(cell, $0) }, foundUndefended: mean { opposite(base, $0) })
  }

  private func made(
    _ answer: Recommendation.Answer, cell: CellResult?, chosen: Int, verified: Recommendation.Kept?
  ) -> Recommendation {
    Recommendation(
      dataset: base.dataset, model: base.model, undefended: base.id, answer: answer, cell: cell?.id, chosen: chosen,
      floor: floor, fprLimit: limit, verified: verified)
  }
}

extension QuarterResult {
  /// Whether the quarter's non-members can tell a rate at the limit.
  fileprivate func tells(_ limit: Double) -> Bool {
    attacks.contains { $0.rates.contains { $0.fprLimit == limit && $0.resolved } }
  }
}

extension QuarterResult.AttackRates {
  fileprivate func rate(at limit: Double) -> Double? { rates.first { $0.fprLimit == limit }?.tpr }
}

extension Results {
  /// One for each model on each dataset that has an undefended cell and a defended one.
  ///
  /// - Parameter floor: In 0...1; 0.95 where nil.
  public func recommendations(floor: Double?) -> [Recommendation] {
    var seen: [CellResult] = []
    return cells.compactMap { cell in
      guard !seen.contains(where: cell.sharesModel) else { return nil }
      seen.append(cell)
      return RecommendationMaker(
        cells.filter(cell.sharesModel), floor: floor ?? RecommendationMaker.standardFloor
      )?.recommendation
    }
  }
}
