public import Study

extension NullResult {
  /// The area of an attack that was run again on a redrawn membership matrix, and whether it differs from 0.5.
  ///
  /// - Parameters:
  ///   - scores: K x N, of the attack with references rebuilt from `membership`.
  ///   - membership: K x N, wholly redrawn by the pool's own rule.
  ///   - subjects: N subjects in `0..<draws.subjects`.
  ///   - draws: of K models and these subjects.
  public init(scores: [[Double]], membership: Membership, subjects: [Int], draws: BootstrapDraws) {
    let order = PoolOrder(
      scores: scores, membership: membership, subjects: subjects, subjectBound: draws.subjects,
      clusters: draws.clusters)
    let replicates = Replicates(of: order, draws: draws, pooledLimits: [], targetLimits: [])
    let counts = order.subjectCounts(targets: 0..<order.models)
    let (auc, p) = PoolMeasurement.auc(order, replicates, subjects: counts)
    self.init(auc: auc, p: p.twoSided)
  }

  /// The line of the check that no attack finds anything here.
  public func line(cell: String, attack: String?) -> CheckFigure {
    CheckFigure(cell: cell, attack: attack, quantity: .auc, value: auc.value, low: auc.low, high: auc.high, p: p)
  }
}
