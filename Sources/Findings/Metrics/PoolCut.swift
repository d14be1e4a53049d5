/// Where one threshold over all (target, record) pairs cuts their order.
struct PoolCut: Equatable, Sendable {
  /// Entries at or above the threshold.
  let entries: Int
  let tp: Int
  let fp: Int

  /// Of the cuts whose false-positive rates are within the limits, those that find the most members.
  ///
  /// - Parameters:
  ///   - limits: ascending, in 0...1.
  ///   - order: the pool's.
  ///   - widest: of cuts that find as many, whether to take the one that accuses the most, not the fewest.
  /// - Returns: One cut a limit.
  static func within(_ limits: [Double], of order: PoolOrder, widest: Bool = false) -> [PoolCut] {
    let nonMembers = order.pairCounts.nonMembers
    let allowed = limits.map { ROC.allowed($0, of: nonMembers) }
    var cuts: [PoolCut] = []
    var last = PoolCut(entries: 0, tp: 0, fp: 0)
    scan(order) { cut in
      while cuts.count < limits.count, cut.fp > allowed[cuts.count] { cuts.append(last) }
      if widest || cut.tp > last.tp { last = cut }
      return cuts.count < limits.count
    }
    while cuts.count < limits.count { cuts.append(last) }
    return cuts
  }

  /// The first cut with a false positive at or beyond this one: where the rate of false positives can be seen to vary.
  func extended(in order: PoolOrder) -> PoolCut {
    var result = self
    guard fp == 0 else { return result }
    Self.scan(order) { cut in
      result = cut
      return cut.fp == 0
    }
    return result
  }

  /// Visits every cut from the top until `body` returns false.
  private static func scan(_ order: PoolOrder, _ body: (PoolCut) -> Bool) {
    var tp = 0
    var fp = 0
    for (index, entry) in order.pooledEntries.enumerated() {
      let member = PoolOrder.member(entry)
      tp += member
      fp += 1 - member
      if PoolOrder.isLastOfTie(entry), !body(PoolCut(entries: index + 1, tp: tp, fp: fp)) { return }
    }
  }
}
