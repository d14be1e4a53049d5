import Study

extension TargetResult {
  /// The figures of one target: DeLong's interval of the area, and rates with intervals from the redrawn subjects.
  ///
  /// - Parameter limits: those that the replicates were made for, ascending.
  init(target: Int, scores: [Double], order: PoolOrder, replicates: Replicates, limits: [Double]) {
    let truths = Array(order.membership.row(target))
    let roc = ROC(scores: scores, truths: truths, order: order.orders[target])
    let deLong = DeLong(placements: order.placements[target], truths: truths, subjects: order.subjects)
    let subjects = order.subjectCounts(targets: target..<target + 1)
    let points = limits.enumerated().map { slot, limit in
      let point = roc.point(within: limit)
      let value = roc.tpr(point)
      var interval = Percentile.interval(replicates.targetTPR[target * limits.count + slot], value: value)
      interval = Significance.widened(interval, value: value, subjects: subjects.members)
      let resolution = Resolution(
        limit: limit, roc: roc, at: roc.widestPoint(within: limit), scores: scores, truths: truths,
        subjects: order.subjects,
        subjectBound: order.subjectBound, distinct: subjects)
      return OperatingPoint(
        fprLimit: limit, resolved: resolution.isResolved, fpr: roc.fpr(point), tp: point.tp, fp: point.fp,
        value: value, low: interval.lowerBound, high: interval.upperBound, method: .bootstrap)
    }
    self.init(
      target: target, members: roc.members, nonMembers: roc.nonMembers, auc: deLong.estimate(),
      advantageMax: roc.advantageMax, balancedAccuracyMax: roc.balancedAccuracyMax, tpr: points)
  }
}

extension Resolution {
  /// Of one target: only subjects are redrawn.
  fileprivate init(
    limit: Double, roc: ROC, at point: ROC.Point, scores: [Double], truths: [Bool], subjects: [Int],
    subjectBound: Int, distinct: (members: Int, nonMembers: Int)
  ) {
    let seen = point.fp > 0 ? point : roc.points.first { $0.fp > 0 } ?? point
    let rate = roc.fpr(seen)
    var variance = 0.0
    if distinct.nonMembers < roc.nonMembers {
      var cells = CrossedVariance(pairs: 1, subjects: subjectBound)
      for (record, isMember) in truths.enumerated() where !isMember {
        let excess = (scores[record] >= seen.threshold ? 1 : 0) - rate
        cells.add(excess / Double(roc.nonMembers), pair: 0, subject: subjects[record])
      }
      variance = cells.variances().sampled
    }
    self.init(limit: limit, variance: variance, rate: rate, pairs: roc.nonMembers, subjects: distinct)
  }
}
