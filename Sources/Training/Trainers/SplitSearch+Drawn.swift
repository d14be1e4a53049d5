import Maths

extension SplitSearch {
  /// Tries one threshold of `feature`, drawn evenly between its least and greatest value in the node; false if it does
  /// not vary there.
  func consider(_ feature: Int, _ samples: UnsafeMutablePointer<UInt32>, _ stream: inout Stream) -> Bool {
    guard columns.distinct(feature) > 1 else { return false }
    let ranks = columns.ranks.base + feature * columns.rows
    var (least, greatest) = (UInt32.max, UInt32.min)
    for index in 0..<count {
      let rank = ranks[Int(samples[index])]
      least = min(least, rank)
      greatest = max(greatest, rank)
    }
    guard least < greatest else { return false }
    let values = columns.values[feature]
    let (low, high) = (values[Int(least)], values[Int(greatest)])
    // Rounded up to the greatest value it would part nothing.
    var threshold = low + Float(stream.uniform()) * (high - low)
    if !(threshold < high) { threshold = low }
    offer(feature, samples, ranks, last: columns.lastRank(feature, upTo: threshold), threshold)
    return true
  }

  /// Keeps the split after the rank `last` if it is the best so far.
  private func offer(
    _ feature: Int, _ samples: UnsafeMutablePointer<UInt32>, _ ranks: UnsafeMutablePointer<UInt32>, last: Int,
    _ threshold: Float
  ) {
    left.base.update(repeating: 0, count: classes)
    var records = 0
    for index in 0..<count {
      let row = Int(samples[index])
      guard Int(ranks[row]) <= last else { continue }
      let payload = payloads.base[row]
      left.base[Int(payload >> 16)] &+= Int(payload & 0xFFFF)
      records &+= 1
    }
    var scan = SplitScan(right: total, rightSquares: totalSquares)
    for label in 0..<classes where left.base[label] > 0 {
      var before = 0
      scan.move(left.base[label], of: totals.base[label], &before)
    }
    scan.records = records
    offer(scan, feature, last, last + 1)
    if best.feature == feature, best.rank == last { best.drawn = threshold }
  }
}
