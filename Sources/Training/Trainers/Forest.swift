/// Grown trees: their nodes in one array, the left child right after its parent.
struct Forest: Sendable {
  /// A question or a leaf.
  struct Node: BitwiseCopyable, Sendable {
    /// The column asked about; -1 for a leaf.
    var feature: Int32
    /// Where the other child lies, for values above the threshold; for a leaf the row of its shares.
    var other: Int32
    /// Values up to this go to the left child.
    var threshold: Float
  }

  let classes: Int
  private(set) var nodes: [Node] = []
  /// Where each tree begins.
  private(set) var roots: [Int] = []
  /// C shares a leaf; the first C rows are those of pure leaves.
  private(set) var shares: [Float]

  init(classes: Int) {
    self.classes = classes
    shares = [Float](repeating: 0, count: classes * classes)
    for label in 0..<classes { shares[label * classes + label] = 1 }
  }

  mutating func beginTree() { roots.append(nodes.count) }

  /// Appends a question whose left child comes next, and returns its place.
  mutating func appendQuestion(feature: Int, threshold: Float) -> Int {
    nodes.append(Node(feature: Int32(feature), other: 0, threshold: threshold))
    return nodes.count - 1
  }

  /// Tells the question at `place` that its other child comes next.
  mutating func otherChildFollows(_ place: Int) { nodes[place].other = Int32(nodes.count) }

  mutating func appendLeaf(pure label: Int) {
    nodes.append(Node(feature: -1, other: Int32(label), threshold: 0))
  }

  mutating func appendLeaf(_ counts: UnsafeMutablePointer<Int>, total: Int) {
    nodes.append(Node(feature: -1, other: Int32(shares.count / classes), threshold: 0))
    for label in 0..<classes { shares.append(Float(counts[label]) / Float(total)) }
  }
}
