package import Maths

/// Grows trees on bootstrap samples of one half, reusing its memory from tree to tree.
package final class TreeGrower {
  /// A node still to be grown.
  private struct Pending: BitwiseCopyable {
    var start: Int
    var end: Int
    /// The question whose other child this is, or -1.
    var parent: Int
    /// Questions above it.
    var depth: Int
  }

  package private(set) var forest: Forest
  /// Records times features looked at.
  private(set) var work = 0

  private let columns: RankedColumns
  private let labels: [Int]
  private let leaf: Int
  private let depth: Int
  /// How many features a split looks at.
  private let tries: Int
  private let search: SplitSearch
  private let features: Buffer<Int>
  private let samples: Buffer<UInt32>
  private let spare: Buffer<UInt32>
  private let pending: Buffer<Pending>

  /// Whether a feature's threshold is drawn and not searched for.
  private let drawsThresholds: Bool

  /// - Parameters:
  ///   - depth: the most questions above a leaf; nil: no bound.
  ///   - looksAtAll: whether a split looks at every feature, not at the root of their number.
  ///   - drawsThresholds: whether each feature offers one random threshold, not its best.
  package init(
    columns: RankedColumns, labels: [Int], classes: Int, leaf: Int, depth: Int? = nil,
    looksAtAll: Bool = false, drawsThresholds: Bool = false
  ) {
    self.drawsThresholds = drawsThresholds
    self.columns = columns
    self.labels = labels
    self.leaf = leaf
    self.depth = depth ?? .max
    tries = looksAtAll ? columns.columns : max(1, Int(Double(columns.columns).squareRoot()))
    forest = Forest(classes: classes)
    search = SplitSearch(columns: columns, classes: classes, leaf: leaf)
    features = Buffer(Array(0..<columns.columns), filler: 0)
    samples = Buffer(columns.rows, filledWith: 0)
    spare = Buffer(columns.rows, filledWith: 0)
    pending = Buffer(columns.rows + 1, filledWith: Pending(start: 0, end: 0, parent: -1, depth: 0))
  }

  /// Appends a tree on as many records as the half has, drawn with replacement.
  func grow(_ stream: inout Stream) {
    resetDraws()
    for _ in 0..<columns.rows { search.payloads.base[stream.below(columns.rows)] += 1 }
    growDrawn(&stream)
  }

  /// Appends a tree on records drawn as often as `draws` tells, 65,535 times at most.
  package func grow(draws: [Int], _ stream: inout Stream) {
    resetDraws()
    for (row, times) in draws.enumerated() { search.payloads.base[row] += UInt32(times) }
    growDrawn(&stream)
  }

  private func resetDraws() {
    for row in 0..<columns.rows { search.payloads.base[row] = UInt32(labels[row]) << 16 }
  }

  private func growDrawn(_ stream: inout Stream) {
    forest.beginTree()
    for feature in 0..<columns.columns { features.base[feature] = feature }
    pending.base[0] = Pending(start: 0, end: listDrawn(), parent: -1, depth: 0)
    var waiting = 1
    while waiting > 0 {
      waiting -= 1
      let node = pending.base[waiting]
      if node.parent >= 0 { forest.otherChildFollows(node.parent) }
      guard let split = split(node, &stream) else { continue }
      let threshold = split.drawn ?? columns.threshold(split.feature, between: split.rank, and: split.next)
      let place = forest.appendQuestion(feature: split.feature, threshold: threshold)
      let middle = partition(node, split)
      pending.base[waiting] = Pending(start: middle, end: node.end, parent: place, depth: node.depth + 1)
      pending.base[waiting + 1] = Pending(start: node.start, end: middle, parent: -1, depth: node.depth + 1)
      waiting += 2
    }
  }

  /// Lists the records that were drawn, ascending, and returns their number.
  private func listDrawn() -> Int {
    var count = 0
    for row in 0..<columns.rows where search.payloads.base[row] & 0xFFFF > 0 {
      samples.base[count] = UInt32(row)
      count += 1
    }
    return count
  }

  /// The best split of a node, or nil after appending it as a leaf.
  private func split(_ node: Pending, _ stream: inout Stream) -> SplitSearch.Split? {
    let (records, count) = (samples.base + node.start, node.end - node.start)
    if let label = search.enter(records, count: count) {
      forest.appendLeaf(pure: label)
      return nil
    }
    if count >= 2 * leaf, node.depth < depth { tryFeatures(records, count, &stream) }
    guard search.best.feature >= 0 else {
      forest.appendLeaf(search.totals.base, total: search.draws)
      return nil
    }
    return search.best
  }

  /// Looks at random features until enough were seen and one of them varied.
  private func tryFeatures(_ records: UnsafeMutablePointer<UInt32>, _ count: Int, _ stream: inout Stream) {
    let all = columns.columns
    var (seen, varied) = (0, false)
    while seen < all, seen < tries || !varied {
      let other = seen + stream.below(all - seen)
      let feature = features.base[other]
      features.base[other] = features.base[seen]
      features.base[seen] = feature
      let varies =
        drawsThresholds ? search.consider(feature, records, &stream) : search.consider(feature, records)
      if varies { varied = true }
      seen += 1
    }
    work += seen * count
  }

  /// Moves the records of the left child to the front, both sides keeping their order; returns where the right begins.
  private func partition(_ node: Pending, _ split: SplitSearch.Split) -> Int {
    let ranks = columns.ranks.base + split.feature * columns.rows
    let (samples, spare, rank) = (samples.base, spare.base, UInt32(split.rank))
    var (left, right) = (node.start, 0)
    for index in node.start..<node.end {
      let sample = samples[index]
      // Without a branch, which would be guessed wrong half the time.
      let isLeft = ranks[Int(sample)] <= rank ? 1 : 0
      samples[left] = sample
      spare[right] = sample
      left &+= isLeft
      right &+= 1 &- isLeft
    }
    (samples + left).update(from: spare, count: right)
    return left
  }
}
