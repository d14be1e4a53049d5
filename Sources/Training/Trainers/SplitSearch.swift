/// Finds the best threshold of one feature for the records of a node.
///
/// Scores are the sums of squared class counts over the counts of both sides: the larger, the purer by Gini. Counts are
/// whole numbers, so the order of equal values cannot matter.
final class SplitSearch {
  /// Up to this rank goes left; `next` is the least rank on the right.
  struct Split {
    var score = -Double.infinity
    var feature = -1
    var rank = 0
    var next = 0
    /// The threshold where it was drawn; else it lies between the two ranks.
    var drawn: Float?
  }

  /// The split under way, better ones replacing it.
  var best = Split()
  /// Draws of each class in the node.
  let totals: Buffer<Int>
  /// For each record its class, then how often the tree drew it, 16 bits each.
  let payloads: Buffer<UInt32>

  let columns: RankedColumns
  let classes: Int
  private let leaf: Int
  let left: Buffer<Int>
  /// For each rank the draws of each class and the number of records.
  private let bins: Buffer<Int>
  private let sorter: RankSort
  private(set) var count = 0
  private(set) var total = 0
  private(set) var totalSquares = 0

  init(columns: RankedColumns, classes: Int, leaf: Int) {
    self.columns = columns
    self.classes = classes
    self.leaf = leaf
    totals = Buffer(classes, filledWith: 0)
    payloads = Buffer(columns.rows, filledWith: 0)
    left = Buffer(classes, filledWith: 0)
    bins = Buffer(2 * columns.rows + 64 + classes, filledWith: 0)
    sorter = RankSort(capacity: columns.rows)
  }

  /// Counts the classes of a node; returns its only class, or nil if it has several.
  func enter(_ samples: UnsafeMutablePointer<UInt32>, count: Int) -> Int? {
    self.count = count
    best = Split()
    totals.base.update(repeating: 0, count: classes)
    for index in 0..<count {
      let payload = payloads.base[Int(samples[index])]
      totals.base[Int(payload >> 16)] &+= Int(payload & 0xFFFF)
    }
    (total, totalSquares) = (0, 0)
    var pure: Int?
    for label in 0..<classes where totals.base[label] > 0 {
      pure = total == 0 ? label : nil
      total += totals.base[label]
      totalSquares += totals.base[label] * totals.base[label]
    }
    return pure
  }

  /// All draws in the node.
  var draws: Int { total }

  /// Tries every threshold of `feature`; false if it does not vary in the node.
  func consider(_ feature: Int, _ samples: UnsafeMutablePointer<UInt32>) -> Bool {
    let distinct = columns.distinct(feature)
    guard distinct > 1 else { return false }
    let ranks = columns.ranks.base + feature * columns.rows
    return distinct &* (classes &+ 1) <= 2 &* count &+ 64
      ? considerBins(feature, distinct, ranks, samples) : considerSorted(feature, distinct, ranks, samples)
  }

  private func considerBins(
    _ feature: Int, _ distinct: Int, _ ranks: UnsafeMutablePointer<UInt32>, _ samples: UnsafeMutablePointer<UInt32>
  ) -> Bool {
    let (bins, width) = (bins.base, classes &+ 1)
    bins.update(repeating: 0, count: distinct &* width)
    for index in 0..<count {
      let row = Int(samples[index])
      let payload = payloads.base[row]
      let bin = bins + Int(ranks[row]) &* width
      bin[Int(payload &>> 16)] &+= Int(payload & 0xFFFF)
      bin[classes] &+= 1
    }
    var scan = SplitScan(right: total, rightSquares: totalSquares)
    left.base.update(repeating: 0, count: classes)
    var previous = -1
    for rank in 0..<distinct where bins[rank &* width &+ classes] > 0 {
      if previous >= 0 { offer(scan, feature, previous, rank) }
      for label in 0..<classes where bins[rank &* width &+ label] > 0 {
        scan.move(bins[rank &* width &+ label], of: totals.base[label], left.base + label)
      }
      scan.records &+= bins[rank &* width &+ classes]
      if previous < 0 && scan.records == count { return false }
      previous = rank
    }
    return true
  }

  private func considerSorted(
    _ feature: Int, _ distinct: Int, _ ranks: UnsafeMutablePointer<UInt32>, _ samples: UnsafeMutablePointer<UInt32>
  ) -> Bool {
    let words = sorter.words.base
    for index in 0..<count {
      let row = Int(samples[index])
      words[index] = UInt64(ranks[row]) &<< 32 | UInt64(payloads.base[row])
    }
    sorter.sort(count: count, ranks: distinct)
    var previous = words[0] &>> 32
    guard words[count &- 1] &>> 32 != previous else { return false }
    var scan = SplitScan(right: total, rightSquares: totalSquares)
    left.base.update(repeating: 0, count: classes)
    for index in 0..<count {
      let word = words[index]
      let rank = word &>> 32
      if rank != previous {
        offer(scan, feature, Int(previous), Int(rank))
        previous = rank
      }
      let label = Int((word &>> 16) & 0xFFFF)
      scan.move(Int(word & 0xFFFF), of: totals.base[label], left.base + label)
      scan.records &+= 1
    }
    return true
  }

  /// Keeps the split between two ranks if it is the best so far.
  func offer(_ scan: SplitScan, _ feature: Int, _ rank: Int, _ next: Int) {
    guard scan.score > best.score, scan.records >= leaf, count &- scan.records >= leaf else { return }
    best = Split(score: scan.score, feature: feature, rank: rank, next: next)
  }
}
