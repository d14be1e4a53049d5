import Maths
import Study

/// The mean of the class shares that the trees' leaves give.
struct ForestModel: Model {
  let preparation: Preparation
  let forest: Forest
  let work: Double

  func signal(for records: Records) -> Signal {
    let inputs = preparation.matrix(of: records.design, rows: 0..<records.count)
    var votes = Matrix(rows: records.count, columns: forest.classes)
    inputs.elements.withUnsafeBufferPointer { features in
      votes.elements.withUnsafeMutableBufferPointer { votes in
        // Tree after tree: the nodes of one stay in the first cache.
        for root in forest.roots { add(root, features, inputs.columns, &votes) }
        for index in votes.indices { votes[index] /= Float(forest.roots.count) }
      }
    }
    return Signal(kind: .votes, resolution: 0.5 / Double(forest.roots.count), values: votes)
  }

  /// Adds one tree's shares for every record.
  private func add(
    _ root: Int, _ features: UnsafeBufferPointer<Float>, _ columns: Int, _ votes: inout UnsafeMutableBufferPointer<Float>
  ) {
    let classes = forest.classes
    forest.nodes.withUnsafeBufferPointer { nodes in
      forest.shares.withUnsafeBufferPointer { shares in
        for row in 0..<votes.count / classes {
          var place = root
          while nodes[place].feature >= 0 {
            let node = nodes[place]
            let above = features[row &* columns &+ Int(node.feature)] > node.threshold
            place = above ? Int(node.other) : place &+ 1
          }
          let leaf = Int(nodes[place].other) &* classes
          for label in 0..<classes { votes[row &* classes &+ label] += shares[leaf &+ label] }
        }
      }
    }
  }
}
