import Maths

/// Grows trees on bootstrap samples of one half, reusing its memory from tree to tree.
final class TreeGrower {
  /// A node still to be grown.
  private struct Task: BitwiseCopyable {
    var start: Int
    var end: Int
    /// The question whose other child this is, or -1.
    var parent: Int
  }

  private(set) var forest: Forest
  /// Records times features looked at.
  private(set) var work = 0

  private let columns: RankedColumns
  private let labels: [Int]
  private let leaf: Int
  /// How many features a split looks at.
  private let tries: Int
  private let search: SplitSearch
  private let features: Buffer<Int>
  private let samples: Buffer<UInt32>
  private let spare: Buffer<UInt32>
  private let tasks: Buffer<Task>

  init(columns: RankedColumns, labels: [Int], classes: Int, leaf: Int) {
    self.columns = columns
    self.labels = labels
    self.leaf = leaf
    tries = max(1, Int(Double(columns.columns).squareRoot()))
    forest = Forest(classes: classes)
    search = SplitSearch(columns: columns, classes: classes, leaf: leaf)
    features = Buffer(Array(0..<columns.columns), filler: 0)
    samples = Buffer(columns.rows, filledWith: 0)
    spare = Buffer(columns.rows, filledWith: 0)
    tasks = Buffer(columns.rows + 1, filledWith: Task(start: 0, end: 0, parent: -1))
  }

  /// Appends one tree to the forest.
  func grow(_ stream: inout Stream) {
    forest.beginTree()
    for feature in 0..<columns.columns { features.base[feature] = feature }
    tasks.base[0] = Task(start: 0, end: draw(&stream), parent: -1)
    var waiting = 1
    while waiting > 0 {
      waiting -= 1
      let task = tasks.base[waiting]
      if task.parent >= 0 { forest.otherChildFollows(task.parent) }
      guard let split = split(task, &stream) else { continue }
      let threshold = columns.threshold(split.feature, between: split.rank, and: split.next)
      let place = forest.appendQuestion(feature: split.feature, threshold: threshold)
      let middle = partition(task, split)
      tasks.base[waiting] = Task(start: middle, end: task.end, parent: place)
      tasks.base[waiting + 1] = Task(start: task.start, end: middle, parent: -1)
      waiting += 2
    }
  }

  /// Draws as many records as there are, with replacement; returns how many different ones came.
  private func draw(_ stream: inout Stream) -> Int {
    let rows = columns.rows
    let payloads = search.payloads.base
    for row in 0..<rows { payloads[row] = UInt32(labels[row]) << 16 }
    for _ in 0..<rows { payloads[stream.below(rows)] += 1 }
    var count = 0
    for row in 0..<rows where payloads[row] & 0xFFFF > 0 {
      samples.base[count] = UInt32(row)
      count += 1
    }
    return count
  }

  /// The best split of a node, or nil after appending it as a leaf.
  private func split(_ task: Task, _ stream: inout Stream) -> SplitSearch.Split? {
    let (records, count) = (samples.base + task.start, task.end - task.start)
    if let label = search.enter(records, count: count) {
      forest.appendLeaf(pure: label)
      return nil
    }
    if count >= 2 * leaf { tryFeatures(records, count, &stream) }
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
      if search.consider(feature, records) { varied = true }
      seen += 1
    }
    work += seen * count
  }

  /// Moves the records of the left child to the front, both sides keeping their order; returns where the right begins.
  private func partition(_ task: Task, _ split: SplitSearch.Split) -> Int {
    let ranks = columns.ranks.base + split.feature * columns.rows
    let (samples, spare, rank) = (samples.base, spare.base, UInt32(split.rank))
    var (left, right) = (task.start, 0)
    for index in task.start..<task.end {
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
