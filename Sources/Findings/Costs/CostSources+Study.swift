import Study

extension CostSources {
  /// What a study measured, of the target that stands for its costs.
  ///
  /// That target is the one with the most leaking people for certain: the largest lower bound of the share found, among
  /// the undefended where there are any. Its figure is that of the strongest attack which the planned access allows,
  /// where ratings say so.
  init(
    _ results: Results, engagement: Engagement, rating: Rating?, targets: [TargetRating],
    exposures: [RegulatoryExposure]
  ) {
    self.init(seed: results.seed)
    self.rating = rating
    self.exposures = exposures
    day = results.date
    if let prior = engagement.prior {
      values[.attackerPrior] = Value(prior.share, .client(day: results.date, saying: prior.because))
    }
    if let people = engagement.people {
      values[.peopleInTraining] = Value(Spread(Double(people)), .client(day: results.date))
    }
    guard let priced = Self.priced(results, targets: targets) else { return }
    cell = priced.cell.id
    measure(priced.cell, priced.rate, among: results)
  }

  private static func priced(
    _ results: Results, targets: [TargetRating]
  ) -> (cell: CellResult, rate: LevelRating.Measured.Rate)? {
    let cells = results.cells.filter { $0.status == .done && $0.failedChecks.isEmpty }
    let undefended = cells.filter { $0.defence == PlanWork.undefended }
    var best: (cell: CellResult, rate: LevelRating.Measured.Rate)?
    for cell in undefended.isEmpty ? cells : undefended {
      let target = targets.first { $0.cell == cell.id }
      let level = target?.levels.first { $0.level == target?.level }
      let printed = cell.headline?.headline?.printed.map { LevelRating.Measured.Rate($0) }
      guard let rate = level?.measured?.rate ?? printed, !rate.found.low.isNaN, !rate.found.value.isNaN
      else { continue }
      if rate.found.low > best?.rate.found.low ?? -1 { best = (cell, rate) }
    }
    return best
  }

  private mutating func measure(_ cell: CellResult, _ rate: LevelRating.Measured.Rate, among results: Results) {
    let origin = FactOrigin.measured(cell.id, day: results.date)
    let share = rate.found
    let found = Spread(
      low: min(share.low, share.value), likely: share.value, high: max(share.high, share.value))
    values[.attackTPR] = Value(found, origin)
    values[.operatingFPR] = Value(Spread(rate.fprLimit), origin)
    if values[.peopleInTraining] == nil,
      let people = results.datasets.first(where: { $0.name == cell.dataset })?.subjects, people > 0
    {
      values[.peopleInTraining] = Value(Spread(Double(people)), .measured(cell.dataset, day: results.date))
    }
  }

  /// Takes what the plan's defence removes from the targets that have it: the share found there against the share found
  /// now, at the same rate.
  ///
  /// Nothing is taken where the study has none of them: that another defence was tried says nothing of this one.
  mutating func measureEffect(in results: Results, where isPlanned: (CellResult) -> Bool) {
    guard let before = values[.attackTPR]?.spread, let rate = values[.operatingFPR]?.spread.likely,
      let own = results.cells.first(where: { $0.id == cell })
    else { return }
    let defended = results.cells.filter {
      $0.status == .done && $0.dataset == own.dataset && $0.model == own.model
        && $0.parameters.model == own.parameters.model && $0.defence != own.defence && $0.failedChecks.isEmpty
        && isPlanned($0)
    }
    guard let best = Self.leastLeaking(defended, at: rate) else { return }
    let found = Spread(
      low: min(best.point.low, best.point.value), likely: best.point.value, high: max(best.point.high, best.point.value)
    )
    values[.defenceEffectiveness] = Value(
      Self.removed(before: before, after: found), .measured("\(best.cell.id) against \(own.id)", day: results.date))
  }

  /// The defended target that leaks least for certain, read at the same rate.
  private static func leastLeaking(
    _ cells: [CellResult], at rate: Double
  ) -> (cell: CellResult, point: OperatingPoint)? {
    var best: (cell: CellResult, point: OperatingPoint)?
    for cell in cells {
      guard let after = cell.headline?.headline?.tpr.first(where: { $0.fprLimit == rate && $0.resolved }),
        !after.value.isNaN, !after.low.isNaN, !after.high.isNaN
      else { continue }
      if after.high < best?.point.high ?? .infinity { best = (cell, after) }
    }
    return best
  }

  /// The share of what was found that is found no more, in 0...1; ends from opposite ends of both intervals.
  static func removed(before: Spread, after: Spread) -> Spread {
    func removed(_ before: Double, _ after: Double) -> Double {
      before > 0 ? min(max(1 - after / before, 0), 1) : 0
    }
    let likely = removed(before.likely, after.likely)
    return Spread(
      low: min(removed(before.low, after.high), likely), likely: likely,
      high: max(removed(before.high, after.low), likely))
  }
}

extension FactOrigin {
  static func measured(_ what: String, day: String?) -> FactOrigin {
    FactOrigin(sources: [.init(title: what, url: nil)], asOf: day ?? "", confidence: .measured)
  }

  static func client(day: String?, saying reason: String) -> FactOrigin {
    FactOrigin(sources: [.init(title: reason, url: nil)], asOf: day ?? "", confidence: .client)
  }
}
