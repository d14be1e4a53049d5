package import Maths

extension Forest {
  /// The mean over the trees of the class shares in the leaf of each record: N x D features to N x C shares.
  package func votes(_ inputs: Matrix) -> Matrix {
    var votes = Matrix(rows: inputs.rows, columns: classes)
    inputs.elements.withUnsafeBufferPointer { features in
      votes.elements.withUnsafeMutableBufferPointer { votes in
        // Tree after tree: the nodes of one stay in the first cache.
        for root in roots { add(root, features, inputs.columns, &votes) }
        for index in votes.indices { votes[index] /= Float(roots.count) }
      }
    }
    return votes
  }

  /// Adds one tree's shares for every record.
  private func add(
    _ root: Int, _ features: UnsafeBufferPointer<Float>, _ columns: Int,
    _ votes: inout UnsafeMutableBufferPointer<Float>
  ) {
    nodes.withUnsafeBufferPointer { nodes in
      shares.withUnsafeBufferPointer { shares in
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
