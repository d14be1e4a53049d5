/// The linear passes over sorted entries that make one replicate.
///
/// All counts are whole numbers, so the order of addition cannot change a bit.
enum ReplicatePass {
  /// One target's pass.
  ///
  /// - Parameters:
  ///   - entries: N entries, highest score first.
  ///   - weights: one a record.
  ///   - allowed: false positives allowed at each limit, ascending, with `Int.max` after the last.
  ///   - found: one slot a limit; those of limits that were passed receive the true positives before them.
  /// - Returns: Twice the won pairs, all members' and all non-members' weight, and how many limits were passed.
  static func target(
    _ entries: UnsafeBufferPointer<UInt32>, weights: UnsafeBufferPointer<UInt16>, allowed: UnsafeBufferPointer<Int>,
    found: UnsafeMutableBufferPointer<Int>
  ) -> (twice: Int, tp: Int, fp: Int, passed: Int) {
    var tp = 0
    var fp = 0
    var tied = 0
    var tiedFalse = 0
    var twice = 0
    var slot = 0
    var limit = allowed[0]
    for entry in entries {
      let weight = Int(truncatingIfNeeded: weights[PoolOrder.record(entry)])
      let member = weight & (0 &- PoolOrder.member(entry))
      tied &+= member
      tiedFalse &+= weight &- member
      guard PoolOrder.isLastOfTie(entry) else { continue }
      twice &+= tiedFalse &* (2 &* tp &+ tied)
      fp &+= tiedFalse
      while fp > limit {
        found[slot] = tp
        slot &+= 1
        limit = allowed[slot]
      }
      tp &+= tied
      tied = 0
      tiedFalse = 0
    }
    return (twice, tp, fp, slot)
  }

  /// The pass over all (target, record) pairs, weighted by pair times record.
  ///
  /// - Parameters:
  ///   - entries: K x N entries, highest score first.
  ///   - pairs: the complementary pair of each entry.
  ///   - weights: one a record.
  ///   - pairWeights: one a complementary pair.
  ///   - allowed: as for one target.
  ///   - found: one slot a limit, filled beforehand with the weight of all members.
  static func pooled(
    _ entries: UnsafeBufferPointer<UInt32>, pairs: UnsafeBufferPointer<UInt16>, weights: UnsafeBufferPointer<UInt16>,
    pairWeights: UnsafeBufferPointer<UInt16>, allowed: UnsafeBufferPointer<Int>, found: UnsafeMutableBufferPointer<Int>
  ) {
    var tp = 0
    var fp = 0
    var tied = 0
    var tiedFalse = 0
    var slot = 0
    var limit = allowed[0]
    // Beyond the last limit nothing is asked.
    for index in 0..<entries.count {
      guard limit < .max else { return }
      let entry = entries[index]
      let weight =
        Int(truncatingIfNeeded: weights[PoolOrder.record(entry)])
        &* Int(truncatingIfNeeded: pairWeights[Int(truncatingIfNeeded: pairs[index])])
      let member = weight & (0 &- PoolOrder.member(entry))
      tied &+= member
      tiedFalse &+= weight &- member
      guard PoolOrder.isLastOfTie(entry) else { continue }
      fp &+= tiedFalse
      while fp > limit {
        found[slot] = tp
        slot &+= 1
        limit = allowed[slot]
      }
      tp &+= tied
      tied = 0
      tiedFalse = 0
    }
  }
}
