import Maths

/// How often a model gives altered copies of a record the record's true label.
public struct CopyShares: Equatable, Sendable {
  /// Of the nearer half of the copies, N values in 0...1.
  public let near: [Double]
  /// Of the farther half, N values in 0...1.
  public let far: [Double]

  /// - Precondition: `near` and `far` have one value a record.
  public init(near: [Double], far: [Double]) {
    precondition(near.count == far.count)
    self.near = near
    self.far = far
  }

  /// From the answers themselves: an answer's label is its largest value, of equal ones the first.
  ///
  /// - Parameters:
  ///   - signal: R N x C, copy after copy, the nearest first; R is even.
  ///   - labels: N labels in `0..<C`.
  public init(_ signal: Signal, labels: [Int]) {
    let (count, classes) = (labels.count, signal.values.columns)
    let copies = count == 0 ? 0 : signal.values.rows / count
    precondition(copies * count == signal.values.rows && copies % 2 == 0, "each copy answers about every record")
    var right = [[Int]](repeating: [Int](repeating: 0, count: count), count: 2)
    signal.values.elements.withUnsafeBufferPointer { answers in
      for copy in 0..<copies {
        let half = copy < copies / 2 ? 0 : 1
        for (record, label) in labels.enumerated() {
          let start = (copy * count + record) * classes
          var best = 0
          for column in 0..<classes where answers[start + column] > answers[start + best] { best = column }
          if best == label { right[half][record] += 1 }
        }
      }
    }
    let shares = right.map { $0.map { 2 * Double($0) / Double(copies) } }
    self.init(near: shares[0], far: shares[1])
  }

  /// The same of some records.
  public func choosing(_ rows: [Int]) -> CopyShares {
    CopyShares(near: rows.map { near[$0] }, far: rows.map { far[$0] })
  }
}
