package import Maths

extension Forest {
  /// Records that walk down a tree together.
  private static let recordsAtOnce = 16

  /// The mean over the trees of the class shares in the leaf of each record: N x D features to N x C shares.
  package func votes(_ inputs: Matrix) -> Matrix {
    var votes = Matrix(rows: inputs.rows, columns: classes)
    let places = Buffer<Int32>(Self.recordsAtOnce, filledWith: 0)
    inputs.elements.withUnsafeBufferPointer { features in
      votes.elements.withUnsafeMutableBufferPointer { votes in
        // Tree after tree: the nodes of one stay in the first cache.
        for root in roots {
          for start in stride(from: 0, to: inputs.rows, by: Self.recordsAtOnce) {
            let count = min(Self.recordsAtOnce, inputs.rows - start)
            places.base.update(repeating: Int32(root), count: count)
            walk(features, start * inputs.columns, inputs.columns, places.base, count)
            add(places.base, count, &votes, start * classes)
          }
        }
        for index in votes.indices { votes[index] /= Float(roots.count) }
      }
    }
    return votes
  }

  /// Leads `count` records, whose features begin at `start`, from their places to their leaves, level by level.
  ///
  /// The next place is looked up by the answer, not branched to: a branch would be guessed wrong half the time. A record
  /// at its leaf waits there.
  private func walk(
    _ features: UnsafeBufferPointer<Float>, _ start: Int, _ columns: Int, _ places: UnsafeMutablePointer<Int32>,
    _ count: Int
  ) {
    nodes.withUnsafeBufferPointer { nodes in
      children.withUnsafeBufferPointer { children in
        var moved: Int32 = 1
        while moved != 0 {
          moved = 0
          var row = start
          for index in 0..<count {
            let place = places[index]
            let node = nodes[Int(place)]
            let above = features[row &+ Int(node.feature)] > node.threshold ? 1 : 0
            let next = children[2 &* Int(place) &+ above]
            moved |= next ^ place
            places[index] = next
            row &+= columns
          }
        }
      }
    }
  }

  /// Adds the shares of the leaves at `places` to the votes from `start` on.
  private func add(
    _ places: UnsafeMutablePointer<Int32>, _ count: Int, _ votes: inout UnsafeMutableBufferPointer<Float>, _ start: Int
  ) {
    shares.withUnsafeBufferPointer { shares in
      for index in 0..<count {
        let leaf = Int(nodes[Int(places[index])].leaf) &* classes
        let vote = start &+ index &* classes
        for label in 0..<classes { votes[vote &+ label] += shares[leaf &+ label] }
      }
    }
  }
}
