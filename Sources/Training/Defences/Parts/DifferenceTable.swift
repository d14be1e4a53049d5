import Study

/// The rows of a half with each column on a scale of 0 to 1, for comparing any two.
struct DifferenceTable {
  /// n x D: numbers over the half's range, codes as they are, missing as NaN.
  private let values: [Float]
  private let isNumber: [Bool]
  private var columns: Int { isNumber.count }

  init(_ records: Records, rows: [Int]) {
    let columns = records.columns
    isNumber = columns.map { if case .numbers = $0.values { true } else { false } }
    var values = [Float](repeating: 0, count: rows.count * columns.count)
    for (place, column) in columns.enumerated() {
      switch column.values {
      case .codes(let codes, _):
        for (index, row) in rows.enumerated() { values[index * columns.count + place] = Float(codes[row]) }
      case .numbers(let numbers, let missing):
        let present = rows.filter { !missing[$0] }.map { numbers[$0] }
        let least = present.min() ?? 0
        let range = (present.max() ?? 0) - least
        for (index, row) in rows.enumerated() {
          let scaled = range > 0 ? (numbers[row] - least) / range : 0
          values[index * columns.count + place] = missing[row] ? .nan : scaled
        }
      }
    }
    self.values = values
  }

  /// Whether the mean difference of two places is at most `distance`.
  func areNear(_ one: Int, _ other: Int, distance: Double) -> Bool {
    let most = distance * Double(columns)
    var sum = 0.0
    for column in 0..<columns {
      let (a, b) = (values[one * columns + column], values[other * columns + column])
      if isNumber[column] {
        // A missing number is no number: equal to another missing one, unlike any that is there.
        sum += a.isNaN && b.isNaN ? 0 : a.isNaN || b.isNaN ? 1 : Double(abs(a - b))
      } else if a != b {
        sum += 1
      }
      // The rounding of sums of tenths must not part what is as near as allowed.
      if sum > most + 1e-9 { return false }
    }
    return true
  }
}
