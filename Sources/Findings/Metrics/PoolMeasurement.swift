import Maths

/// The figures of one attack over all targets of a pool, or over its subjects.
struct PoolMeasurement: Sendable {
  let order: PoolOrder
  let replicates: Replicates
  /// The limits of the pooled pass, ascending, with the observed cuts and corrections at each.
  let grid: RateGrid
  /// One a limit, ascending.
  let resolutions: [Resolution]
  private let subjectCounts: (members: Int, nonMembers: Int)

  /// - Parameters:
  ///   - order: the pool's.
  ///   - draws: of its pairs and subjects.
  ///   - curve: whether the whole ROC gets a band, not the limits alone.
  ///   - targets: whether each target gets intervals of its own.
  ///   - further: limits besides those of every report.
  init(order: PoolOrder, draws: BootstrapDraws, curve: Bool, targets: Bool, further: [Double] = []) {
    let counts = order.subjectCounts(targets: 0..<order.models)
    let limits = Resolution.limits(with: further)
    let resolutions = zip(limits, PoolCut.within(limits, of: order, widest: true)).map { limit, cut in
      let cut = cut.extended(in: order)
      let pairs = order.pairCounts.nonMembers
      return Resolution(
        limit: limit, variance: Influence.fpr(order, at: cut).variances().sampled,
        rate: Double(cut.fp) / Double(pairs), pairs: pairs, subjects: counts)
    }
    let start =
      Resolution.ofReports(resolutions).first(where: \.isResolved)?.limit
      ?? Resolution.limits[Resolution.limits.count - 1]
    let grid = RateGrid(order: order, from: curve ? start : nil, further: further)
    self.order = order
    self.resolutions = resolutions
    self.grid = grid
    subjectCounts = counts
    replicates = Replicates(
      of: order, draws: draws, pooledLimits: grid.limits, targetLimits: targets ? limits : [])
  }

  /// The figures that a report prints.
  func headline() -> Headline {
    let (auc, areaP) = Self.auc(order, replicates, subjects: subjectCounts)
    let points = resolutions.map(point)
    let ofReports = Resolution.ofReports(resolutions)
    let smallest = ofReports.first(where: \.isResolved)
    let rateP = smallest.map(rateP)
    // Two looks at one question, fixed beforehand.
    let p = min(1, 2 * min(areaP.above, rateP ?? 1))
    let verdict: Verdict =
      smallest == nil ? .insufficientEvidence : p < Significance.level ? .leak : .noLeakShown
    return Headline(
      auc: auc, tpr: points, smallestResolved: smallest?.limit,
      designEffect: (smallest ?? ofReports[ofReports.count - 1]).designEffect, pairs: order.pairCounts.nonMembers,
      nonMemberSubjects: subjectCounts.nonMembers, p: p, verdict: verdict)
  }

  /// The mean area with its interval, and the p-values of an area of 0.5.
  static func auc(
    _ order: PoolOrder, _ replicates: Replicates, subjects: (members: Int, nonMembers: Int)
  ) -> (Estimate, (above: Double, twoSided: Double)) {
    let value = order.auc
    let correction = Influence.auc(order).correction()
    var interval = Percentile.interval(replicates.auc, value: value, correction: correction.interval)
    interval = Significance.widened(interval, value: value, subjects: min(subjects.members, subjects.nonMembers))
    let members = Double(subjects.members)
    let nonMembers = Double(subjects.nonMembers)
    // What ranks of one target's subjects vary by when membership means nothing (Mann and Whitney).
    let null = ((members + nonMembers + 1) / (12 * members * nonMembers)).squareRoot()
    let deviation = Percentile.deviation(replicates.auc, correction: correction.deviation)
    let law = ErrorLaw(deviation: deviation, freedom: correction.freedom)
    let p = Significance.p(value, null: 0.5, law, fallback: null)
    let estimate = Estimate(value: value, low: interval.lowerBound, high: interval.upperBound, method: .bootstrap)
    return (estimate, p)
  }

  private func point(_ resolution: Resolution) -> OperatingPoint {
    let entry = grid[resolution.limit]
    let counts = order.pairCounts
    let value = Double(entry.cut.tp) / Double(counts.members)
    var interval = Percentile.interval(
      replicates.tpr[entry.slot], value: value, correction: entry.correction.interval)
    interval = Significance.widened(interval, value: value, subjects: subjectCounts.members)
    return OperatingPoint(
      fprLimit: resolution.limit, resolved: resolution.isResolved,
      fpr: Double(entry.cut.fp) / Double(counts.nonMembers), tp: entry.cut.tp, fp: entry.cut.fp, value: value,
      low: interval.lowerBound, high: interval.upperBound, method: .bootstrap)
  }

  /// One-sided, of a true-positive rate no better than the limit.
  private func rateP(_ resolution: Resolution) -> Double {
    let entry = grid[resolution.limit]
    let limit = resolution.limit
    let law = ErrorLaw(
      deviation: Percentile.deviation(replicates.tpr[entry.slot], correction: entry.correction.deviation),
      freedom: entry.correction.freedom)
    return Significance.p(
      Double(entry.cut.tp) / Double(order.pairCounts.members), null: limit, law,
      fallback: (limit * (1 - limit) / Double(subjectCounts.members)).squareRoot()
    ).above
  }

  /// What a later comparison needs of the figures of ``headline()``.
  func figureReplicates() -> [FigureReplicates] {
    let area = FigureReplicates(
      quantity: .auc, values: replicates.auc, influence: Influence.auc(order).sketch)
    let rates = zip(Resolution.limits, grid.influences).map { limit, influence in
      FigureReplicates(quantity: .tpr(limit: limit), values: replicates.tpr[grid[limit].slot], influence: influence)
    }
    return [area] + rates
  }

  /// The pooled ROC with its pointwise band.
  func curve(cell: String, attack: String) -> Curve {
    var curve = Curve(cell: cell, attack: attack, fpr: [], tpr: [], low: [], high: [])
    for (slot, limit) in grid.limits.enumerated() where limit >= grid.start {
      let value = Double(grid.cuts[slot].tp) / Double(order.pairCounts.members)
      var interval = Percentile.interval(
        replicates.tpr[slot], value: value, correction: grid.corrections[slot].interval)
      // At a rate of 1 everybody is accused: that is no estimate.
      if limit < 1 { interval = Significance.widened(interval, value: value, subjects: subjectCounts.members) }
      curve.fpr.append(limit)
      curve.tpr.append(value)
      curve.low.append(interval.lowerBound)
      curve.high.append(interval.upperBound)
    }
    return curve
  }
}
