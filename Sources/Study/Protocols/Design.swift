public import Maths

/// The features as an N x D matrix of raw numbers: levels one-hot, an indicator beside each number that can be missing.
///
/// What depends on a training half (medians, means, deviations) is left to the trainer; a missing number is 0 here.
public struct Design: Sendable {
  /// What a column of the matrix stands for.
  public enum Role: Equatable, Sendable {
    /// A number; `missing` is the matrix column of its indicator where some record lacks it.
    case number(missing: Int?)
    /// 1 where the number of that column is missing.
    case indicator
    /// 1 where the record has this level.
    case level
  }

  /// N x D.
  public let matrix: Matrix
  /// D roles.
  public let roles: [Role]

  /// - Parameter others: Where it is to have the indicators of another design of the same columns; nil for its own.
  init(columns: [Column], records: Int, indicatorsOf others: Design? = nil) {
    var roles: [Role] = []
    for column in columns {
      switch column.values {
      case .numbers(_, let missing):
        let lacks = others?.hasIndicator(at: roles.count) ?? missing.contains(true)
        roles.append(.number(missing: lacks ? roles.count + 1 : nil))
        if lacks { roles.append(.indicator) }
      case .codes(_, let levels):
        roles += levels.map { _ in .level }
      }
    }
    var matrix = Matrix(rows: records, columns: roles.count)
    var start = 0
    for column in columns {
      switch column.values {
      case .numbers(let numbers, let missing):
        let lacks = roles[start] != .number(missing: nil)
        for row in 0..<records {
          matrix[row, start] = numbers[row]
          if lacks { matrix[row, start + 1] = missing[row] ? 1 : 0 }
        }
        start += lacks ? 2 : 1
      case .codes(let codes, let levels):
        for row in 0..<records { matrix[row, start + Int(codes[row])] = 1 }
        start += levels.count
      }
    }
    self.matrix = matrix
    self.roles = roles
  }

  private func hasIndicator(at column: Int) -> Bool { roles[column] != .number(missing: nil) }
}
