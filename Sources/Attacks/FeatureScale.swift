import Maths

/// Means and deviations of the population's features, to bring columns of all units to one scale.
struct FeatureScale {
  private let means: [Double]
  private let deviations: [Double]

  init(_ matrix: Matrix) {
    let count = Double(max(matrix.rows, 1))
    var means = [Double](repeating: 0, count: matrix.columns)
    for row in 0..<matrix.rows {
      for (column, value) in matrix.row(row).enumerated() { means[column] += Double(value) / count }
    }
    var squares = [Double](repeating: 0, count: matrix.columns)
    for row in 0..<matrix.rows {
      for (column, value) in matrix.row(row).enumerated() {
        let distance = Double(value) - means[column]
        squares[column] += distance * distance / count
      }
    }
    self.means = means
    // A column that does not vary tells nothing: by 1, an unseen level cannot become a flag.
    deviations = squares.map { $0 > 0 ? $0.squareRoot() : 1 }
  }

  /// Standardised features, followed by the class, one-hot.
  func rows(_ matrix: Matrix, labels: [Int], classes: Int) -> FeatureRows {
    var values: [Double] = []
    values.reserveCapacity(labels.count * (matrix.columns + classes))
    for (row, label) in labels.enumerated() {
      for (column, value) in matrix.row(row).enumerated() {
        values.append((Double(value) - means[column]) / deviations[column])
      }
      for other in 0..<classes { values.append(other == label ? 1 : 0) }
    }
    return FeatureRows(values: values, columns: matrix.columns + classes)
  }
}

/// Standardised features and classes, row after row.
struct FeatureRows {
  let values: [Double]
  let columns: Int
}
