/// One attack's figures on one quarter: the area, then the true-positive rates at the limits of reports.
struct QuarterFigures: Sendable {
  let values: [Double]
  /// For each figure one value a replicate.
  let replicates: [[Double]]
  let influences: [CrossedVariance]
  /// One a limit.
  let isResolved: [Bool]
  let leastSubjects: Int

  init(_ order: PoolOrder, draws: BootstrapDraws) {
    let limits = Resolution.limits
    let measured = PoolMeasurement(order: order, draws: draws, curve: false, targets: false)
    let counts = order.subjectCounts(targets: 0..<order.models)
    let members = Double(order.pairCounts.members)
    values = [order.auc] + PoolCut.within(limits, of: order).map { Double($0.tp) / members }
    replicates = [measured.replicates.auc] + measured.replicates.tpr
    influences = [Influence.auc(order)] + Influence.tpr(order, within: limits)
    isResolved = measured.resolutions.map(\.isResolved)
    leastSubjects = min(counts.members, counts.nonMembers)
  }
}
