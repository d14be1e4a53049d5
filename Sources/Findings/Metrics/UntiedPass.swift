/// The passes of ``ReplicatePass`` where no two scores are equal: the same counts in fewer steps.
///
/// Entries are taken in blocks. A limit is looked for only in a block that passes it, so the sums of a block wait for no
/// comparison.
enum UntiedPass {
  /// Long enough to be worth it, short enough that few blocks are gone through twice.
  private static let block = 64

  static func target(
    _ entries: UnsafeBufferPointer<UInt32>, weights: UnsafeBufferPointer<UInt16>, allowed: UnsafeBufferPointer<Int>,
    found: UnsafeMutableBufferPointer<Int>
  ) -> (twice: Int, tp: Int, fp: Int, passed: Int) {
    var (tp, all, won, slot, start) = (0, 0, 0, 0, 0)
    var limit = allowed[0]
    while start < entries.count {
      let end = min(start &+ block, entries.count)
      let before = (tp: tp, all: all)
      for index in start..<end {
        let entry = entries[index]
        let weight = Int(truncatingIfNeeded: weights[PoolOrder.record(entry)])
        let member = weight & (0 &- PoolOrder.member(entry))
        won &+= (weight &- member) &* tp
        tp &+= member
        all &+= weight
      }
      if all &- tp > limit {
        var (passedTP, passedFP) = (before.tp, before.all &- before.tp)
        for entry in entries[start..<end] {
          let weight = Int(truncatingIfNeeded: weights[PoolOrder.record(entry)])
          let member = weight & (0 &- PoolOrder.member(entry))
          passedFP &+= weight &- member
          while passedFP > limit {
            found[slot] = passedTP
            slot &+= 1
            limit = allowed[slot]
          }
          passedTP &+= member
        }
      }
      start = end
    }
    return (2 &* won, tp, all &- tp, slot)
  }

  static func pooled(
    _ entries: UnsafeBufferPointer<UInt32>, pairs: UnsafeBufferPointer<UInt16>, weights: UnsafeBufferPointer<UInt16>,
    pairWeights: UnsafeBufferPointer<UInt16>, allowed: UnsafeBufferPointer<Int>, found: UnsafeMutableBufferPointer<Int>
  ) {
    var (tp, all, slot, start) = (0, 0, 0, 0)
    var limit = allowed[0]
    while start < entries.count, limit < .max {
      let end = min(start &+ block, entries.count)
      let before = (tp: tp, all: all)
      for index in start..<end {
        let weight = weight(entries[index], pairs[index], weights, pairWeights)
        tp &+= weight & (0 &- PoolOrder.member(entries[index]))
        all &+= weight
      }
      if all &- tp > limit {
        var (passedTP, passedFP) = (before.tp, before.all &- before.tp)
        for index in start..<end {
          let weight = weight(entries[index], pairs[index], weights, pairWeights)
          let member = weight & (0 &- PoolOrder.member(entries[index]))
          passedFP &+= weight &- member
          while passedFP > limit {
            found[slot] = passedTP
            slot &+= 1
            limit = allowed[slot]
          }
          passedTP &+= member
        }
      }
      start = end
    }
  }

  @inline(__always)
  private static func weight(
    _ entry: UInt32, _ pair: UInt16, _ weights: UnsafeBufferPointer<UInt16>, _ pairWeights: UnsafeBufferPointer<UInt16>
  ) -> Int {
    Int(truncatingIfNeeded: weights[PoolOrder.record(entry)])
      &* Int(truncatingIfNeeded: pairWeights[Int(truncatingIfNeeded: pair)])
  }
}
