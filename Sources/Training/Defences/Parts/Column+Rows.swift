import Study

extension Column {
  /// The same column of some rows, in their order.
  func choosing(_ rows: [Int]) -> Column {
    switch values {
    case .numbers(let numbers, let missing):
      replacing(.numbers(rows.map { numbers[$0] }, missing: rows.map { missing[$0] }))
    case .codes(let codes, let levels):
      replacing(.codes(rows.map { codes[$0] }, levels: levels))
    }
  }

  /// These values, then those of a column of the same kind and levels.
  func appending(_ other: Column) -> Column {
    switch (values, other.values) {
    case (.numbers(let numbers, let missing), .numbers(let more, let lacking)):
      return replacing(.numbers(numbers + more, missing: missing + lacking))
    case (.codes(let codes, let levels), .codes(let more, _)):
      return replacing(.codes(codes + more, levels: levels))
    default: preconditionFailure("columns of one kind are joined")
    }
  }

  /// The value of a record as a place on a line: a code by its number, a missing number below all others.
  func place(of row: Int) -> Float {
    switch values {
    case .numbers(let numbers, let missing): missing[row] ? -.infinity : numbers[row]
    case .codes(let codes, _): Float(codes[row])
    }
  }
}
