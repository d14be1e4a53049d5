/// A dense row-major matrix of `Float`.
///
/// Rows are records in features and signals: one record is contiguous in memory.
public struct Matrix: Equatable, Sendable {
  public let rows: Int
  public let columns: Int
  /// The elements, row after row: `rows * columns` values.
  public var elements: [Float]

  /// - Precondition: `elements` holds `rows * columns` values.
  public init(rows: Int, columns: Int, elements: [Float]) {
    precondition(elements.count == rows * columns, "a matrix needs rows * columns elements")
    self.rows = rows
    self.columns = columns
    self.elements = elements
  }

  /// A matrix of zeros.
  public init(rows: Int, columns: Int) {
    self.init(rows: rows, columns: columns, elements: [Float](repeating: 0, count: rows * columns))
  }

  @inlinable
  public subscript(row: Int, column: Int) -> Float {
    get { elements[row * columns + column] }
    set { elements[row * columns + column] = newValue }
  }

  /// The elements of one row, without a copy.
  @inlinable
  public func row(_ row: Int) -> ArraySlice<Float> { elements[row * columns..<(row + 1) * columns] }

  /// The column with the largest element of a row; of equal ones the first.
  ///
  /// - Precondition: the matrix has a column.
  public func largest(inRow row: Int) -> Int {
    let elements = self.row(row)
    var best = elements.startIndex
    for place in elements.indices where elements[place] > elements[best] { best = place }
    return best - elements.startIndex
  }
}
