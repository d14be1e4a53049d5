/// Grown trees: their nodes in one array, the left child right after its parent.
package struct Forest: Sendable {
  /// A question, or a leaf that asks nothing.
  package struct Node: BitwiseCopyable, Equatable, Sendable {
    /// The column asked about.
    package var feature: Int32
    /// Values up to this go to the first child.
    package var threshold: Float
    /// The row of its shares; -1 for a question.
    package var leaf: Int32
  }

  let classes: Int
  package private(set) var nodes: [Node] = []
  /// Two places a node: where values up to the threshold go, where those above; a leaf leads to itself.
  package private(set) var children: [Int32] = []
  /// Where each tree begins.
  private(set) var roots: [Int] = []
  /// C shares a leaf; the first C rows are those of pure leaves.
  package private(set) var shares: [Float]

  init(classes: Int) {
    self.classes = classes
    shares = [Float](repeating: 0, count: classes * classes)
    for label in 0..<classes { shares[label * classes + label] = 1 }
  }

  mutating func beginTree() { roots.append(nodes.count) }

  /// Appends a question whose first child comes next, and returns its place.
  mutating func appendQuestion(feature: Int, threshold: Float) -> Int {
    let place = nodes.count
    nodes.append(Node(feature: Int32(feature), threshold: threshold, leaf: -1))
    children.append(Int32(place + 1))
    children.append(0)
    return place
  }

  /// Tells the question at `place` that its other child comes next.
  mutating func otherChildFollows(_ place: Int) { children[2 * place + 1] = Int32(nodes.count) }

  mutating func appendLeaf(pure label: Int) { appendLeaf(row: label) }

  mutating func appendLeaf(_ counts: UnsafeMutablePointer<Int>, total: Int) {
    appendLeaf(row: shares.count / classes)
    for label in 0..<classes { shares.append(Float(counts[label]) / Float(total)) }
  }

  private mutating func appendLeaf(row: Int) {
    let place = Int32(nodes.count)
    nodes.append(Node(feature: 0, threshold: 0, leaf: Int32(row)))
    children.append(place)
    children.append(place)
  }
}
