package import Maths

/// The features of a half as ranks among the different values of their column, column after column.
///
/// Trees ask for order alone, so each column is sorted once for all trees.
package final class RankedColumns {
  let rows: Int
  let columns: Int
  /// `columns * rows` ranks, 0 for the least value.
  let ranks: Buffer<UInt32>
  /// The different values of each column, ascending.
  package private(set) var values: [[Float]] = []

  package init(_ matrix: Matrix) {
    (rows, columns) = (matrix.rows, matrix.columns)
    ranks = Buffer(matrix.rows * matrix.columns, filledWith: 0)
    var order = [UInt64](repeating: 0, count: rows)
    values.reserveCapacity(columns)
    for column in 0..<columns {
      values.append(twoValues(matrix, column) ?? sortedValues(matrix, column, &order))
    }
  }

  /// How many different values `column` has.
  func distinct(_ column: Int) -> Int { values[column].count }

  /// The threshold midway between the values of two ranks: at least the lower, below the upper.
  package func threshold(_ column: Int, between lower: Int, and upper: Int) -> Float {
    let (low, high) = (values[column][lower], values[column][upper])
    let middle = low / 2 + high / 2
    return middle >= low && middle < high ? middle : low
  }

  /// The greatest rank whose value is not above a threshold, which is not below the least value.
  func lastRank(_ column: Int, upTo threshold: Float) -> Int {
    var (low, high) = (0, values[column].count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if values[column][middle] <= threshold { low = middle } else { high = middle }
    }
    return low
  }

  /// Ranks a column of at most two values, as levels and indicators have, without sorting; nil if there are more.
  private func twoValues(_ matrix: Matrix, _ column: Int) -> [Float]? {
    let first = matrix[0, column]
    guard let second = (0..<rows).lazy.map({ matrix[$0, column] }).first(where: { $0 != first }) else { return [first] }
    let upper = max(first, second)
    let start = ranks.base + column * rows
    for row in 0..<rows {
      let value = matrix[row, column]
      guard value == first || value == second else { return nil }
      start[row] = value == upper ? 1 : 0
    }
    return [min(first, second), upper]
  }

  private func sortedValues(_ matrix: Matrix, _ column: Int, _ order: inout [UInt64]) -> [Float] {
    for row in 0..<rows {
      // The bits of a float, so turned that they sort as the number does; + 0 makes -0 the same as 0.
      let bits = (matrix[row, column] + 0).bitPattern
      let ordered = bits >> 31 == 1 ? ~bits : bits | 0x8000_0000
      order[row] = UInt64(ordered) << 32 | UInt64(row)
    }
    order.sort()
    var different: [Float] = []
    let start = ranks.base + column * rows
    for key in order {
      let row = Int(key & 0xFFFF_FFFF)
      let value = matrix[row, column]
      if different.last != value { different.append(value) }
      start[row] = UInt32(different.count - 1)
    }
    return different
  }
}
