import Study

/// How much each (pair, subject) cell moves the figures of a pool, to first order.
enum Influence {
  /// Of the mean area over targets: DeLong's placements, and each pair's distance from the mean.
  static func auc(_ order: PoolOrder) -> CrossedVariance {
    var variance = CrossedVariance(pairs: order.pairs, subjects: order.subjectBound)
    let defined = order.placements.count { !$0.auc.isNaN }
    let mean = order.auc
    for (target, placements) in order.placements.enumerated() where !placements.auc.isNaN {
      let pair = order.clusters[target]
      variance.add((placements.auc - mean) / Double(defined), pair: pair)
      let weights = (
        member: 1 / Double(placements.members * defined), nonMember: 1 / Double(placements.nonMembers * defined)
      )
      for (record, isMember) in order.membership.row(target).enumerated() {
        let excess = placements.values[record] - placements.auc
        variance.add(
          excess * (isMember ? weights.member : weights.nonMember), pair: pair, subject: order.subjects[record])
      }
    }
    return variance
  }

  /// Of the true-positive rate at a limit of the false-positive rate.
  ///
  /// A non-member above the threshold pushes it up and costs members at the slope of the ROC there.
  static func tpr(_ order: PoolOrder, at cut: PoolCut, slope: Double) -> CrossedVariance {
    let counts = order.pairCounts
    let members = Double(counts.members)
    let nonMembers = Double(counts.nonMembers)
    let rates = (tpr: Double(cut.tp) / members, fpr: Double(cut.fp) / nonMembers)
    return rates.tpr.isNaN || rates.fpr.isNaN
      ? CrossedVariance(pairs: order.pairs, subjects: order.subjectBound)
      : shares(
        order, at: cut, member: (1 - rates.tpr, -rates.tpr, 1 / members),
        nonMember: (1 - rates.fpr, -rates.fpr, -slope / nonMembers))
  }

  /// Of the true-positive rates at ascending limits, each with its own slope.
  static func tpr(_ order: PoolOrder, within limits: [Double]) -> [CrossedVariance] {
    // The slope at a limit is taken between half and twice its rate.
    let lower = PoolCut.within(limits.map { $0 / 2 }, of: order)
    let upper = PoolCut.within(limits.map { min(1, 2 * $0) }, of: order)
    let members = Double(order.pairCounts.members)
    let cuts = PoolCut.within(limits, of: order, widest: true)
    return limits.indices.map { index in
      let rise = Double(upper[index].tp - lower[index].tp) / members
      let slope = rise / (min(1, 2 * limits[index]) - limits[index] / 2)
      return tpr(order, at: cuts[index], slope: slope)
    }
  }

  /// Of the false-positive rate at a fixed threshold.
  static func fpr(_ order: PoolOrder, at cut: PoolCut) -> CrossedVariance {
    let nonMembers = Double(order.pairCounts.nonMembers)
    let fpr = Double(cut.fp) / nonMembers
    return shares(order, at: cut, member: (0, 0, 0), nonMember: (1 - fpr, -fpr, 1 / nonMembers))
  }

  /// What an entry adds: one value above the cut, one below, times a factor.
  private typealias Share = (above: Double, below: Double, factor: Double)

  private static func shares(
    _ order: PoolOrder, at cut: PoolCut, member: Share, nonMember: Share
  ) -> CrossedVariance {
    var variance = CrossedVariance(pairs: order.pairs, subjects: order.subjectBound)
    let above = [nonMember.above * nonMember.factor, member.above * member.factor]
    let below = [nonMember.below * nonMember.factor, member.below * member.factor]
    for (index, entry) in order.pooledEntries.enumerated() {
      let truth = PoolOrder.member(entry)
      variance.add(
        index < cut.entries ? above[truth] : below[truth], pair: Int(order.pooledPairs[index]),
        subject: order.subjects[PoolOrder.record(entry)])
    }
    return variance
  }
}
