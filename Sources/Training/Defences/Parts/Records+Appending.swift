import Study

extension Records {
  /// These records and others after them: a learner given only the rows from ``count`` on is trained on the others.
  ///
  /// The first N stay, because which columns of the design there are depends on all records, and a model must meet the
  /// same columns in training as when it is asked.
  ///
  /// - Parameters:
  ///   - columns: D, of the same kinds.
  ///   - subjects: Whose each is; in the numbers of these records.
  func appending(_ columns: [Column], labels: [Int], subjects: [Int]) -> Records {
    others(
      columns: zip(self.columns, columns).map { $0.appending($1) }, labels: self.labels + labels,
      subjects: self.subjects + subjects)
  }

  /// These records, and after them `copies` of each of `rows` with labels in the proportions that answers tell.
  ///
  /// No model family fits probabilities, and a record repeated with other labels gives the same loss: with m copies the
  /// shares are told to 1/m (largest remainders, the earlier class wins a tie); one copy has the likeliest label.
  ///
  /// - Parameter answers: N x C probabilities.
  func labelling(_ rows: [Int], by answers: [Double], copies: Int) -> Records {
    var (chosen, labels): ([Int], [Int]) = ([], [])
    for row in rows {
      let shares = answers[row * classes.count..<(row + 1) * classes.count]
      for (label, count) in Self.apportion(copies, by: Array(shares)).enumerated() {
        chosen += [Int](repeating: row, count: count)
        labels += [Int](repeating: label, count: count)
      }
    }
    return appending(
      columns.map { $0.choosing(chosen) }, labels: labels, subjects: chosen.map { subjects[$0] })
  }

  private static func apportion(_ seats: Int, by shares: [Double]) -> [Int] {
    let total = shares.reduce(0, +)
    guard total > 0 else { return [seats] + [Int](repeating: 0, count: shares.count - 1) }
    let exact = shares.map { Double(seats) * $0 / total }
    var counts = exact.map { Int($0) }
    let order = counts.indices.sorted {
      let (one, other) = (exact[$0] - Double(counts[$0]), exact[$1] - Double(counts[$1]))
      return one == other ? $0 < $1 : one > other
    }
    for index in order.prefix(seats - counts.reduce(0, +)) { counts[index] += 1 }
    return counts
  }
}
