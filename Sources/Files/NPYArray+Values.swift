public import Maths

extension NPYArray {
  /// Float32 [rows, columns].
  public init(_ matrix: Matrix) {
    self.init(shape: [matrix.rows, matrix.columns], elements: .float32(matrix.elements))
  }

  /// Int64 [count].
  public init(_ numbers: [Int]) {
    self.init(shape: [numbers.count], elements: .int64(numbers.map(Int64.init)))
  }

  /// Float64 [rows, columns].
  ///
  /// - Precondition: rows of equal length.
  public init(rows: [[Double]]) {
    self.init(shape: [rows.count, rows.first?.count ?? 0], elements: .float64(rows.flatMap { $0 }))
  }

  /// Bool [rows, columns].
  ///
  /// - Precondition: rows of equal length.
  public init(rows: [[Bool]]) {
    self.init(shape: [rows.count, rows.first?.count ?? 0], elements: .bool(rows.flatMap { $0 }))
  }

  /// The array as a matrix; nil unless it is float32 of two dimensions.
  public var matrix: Matrix? {
    guard shape.count == 2, case .float32(let elements) = elements else { return nil }
    return Matrix(rows: shape[0], columns: shape[1], elements: elements)
  }
}
