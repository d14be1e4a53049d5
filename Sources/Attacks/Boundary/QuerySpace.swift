import Maths
public import Study

/// Records as points that an outsider may ask a model about: each column moves in its own type.
///
/// Numbers move in deviations of their column in the population, whole ones to whole numbers; categories and truths are
/// exchanged, never half; what is missing stays missing. Pixels have one common deviation, so that distances are those
/// of the image.
public struct QuerySpace: Sendable {
  /// A record's value in each column; codes for categories, 0 where missing.
  typealias Point = [Double]

  /// What exchanging a category counts as, squared: the step between two corners of a one-hot code.
  static let exchangeCost = 2.0

  let records: Records
  /// Rows that no model trains on.
  let population: [Int]
  /// Deviation of each column; 0 where it holds no numbers to move.
  let scales: [Double]
  /// Columns that are exchanged.
  let discrete: [Int]
  /// Whether a column holds whole numbers.
  private let wholes: [Bool]

  public init(_ records: Records, population: [Int]) {
    (self.records, self.population) = (records, population)
    var scales = records.columns.map { Self.deviation(of: $0, rows: population) }
    if records.image != nil {
      let squares = scales.reduce(0) { $0 + $1 * $1 } / Double(max(1, scales.count))
      scales = scales.map { _ in squares.squareRoot() }
    }
    self.scales = scales
    discrete = records.columns.indices.filter { records.columns[$0].isDiscrete }
    wholes = records.columns.map { $0.grid == .whole }
  }

  func point(_ row: Int) -> Point {
    records.columns.map { column in
      switch column.values {
      case .codes(let codes, _): Double(codes[row])
      case .numbers(let numbers, _): Double(numbers[row])
      }
    }
  }

  func isMissing(_ row: Int, _ column: Int) -> Bool {
    guard case .numbers(_, let missing) = records.columns[column].values else { return false }
    return missing[row]
  }

  /// Columns of numbers that a record has.
  func movable(_ row: Int) -> [Int] { scales.indices.filter { scales[$0] > 0 && !isMissing(row, $0) } }

  /// The values that a model can be asked about: whole where the column is, as Float32 holds them.
  func settled(_ point: Point) -> Point {
    point.indices.map { Double(Float(wholes[$0] ? point[$0].rounded() : point[$0]) + 0) }
  }

  /// Squared distance over the columns of numbers, in deviations.
  func squaredShift(_ point: Point, _ origin: Point) -> Double {
    scales.indices.reduce(0) { sum, column in
      guard scales[column] > 0 else { return sum }
      let shift = (point[column] - origin[column]) / scales[column]
      return sum + shift * shift
    }
  }

  func distance(_ point: Point, _ origin: Point) -> Double {
    let exchanged = discrete.count { point[$0] != origin[$0] }
    return (squaredShift(point, origin) + Self.exchangeCost * Double(exchanged)).squareRoot()
  }

  /// Records that a model is asked about; each has the label, person and gaps of the record that it starts from.
  func records(_ points: [(row: Int, point: Point)]) -> Records {
    let values = Self.transposed(points, columns: records.columns.count)
    let columns = records.columns.enumerated().map { place, column in
      let own = values[place * points.count..<(place + 1) * points.count]
      switch column.values {
      case .codes(_, let levels):
        return column.replacing(.codes(own.map { Int32($0) }, levels: levels))
      case .numbers(_, let missing):
        return column.replacing(.numbers(Array(own), missing: points.map { missing[$0.row] }))
      }
    }
    return records.others(
      columns: columns, labels: points.map { records.labels[$0.row] }, subjects: Array(points.indices))
  }

  /// The values column by column.
  ///
  /// Points are many and lie apart: each is opened once.
  private static func transposed(_ points: [(row: Int, point: Point)], columns: Int) -> [Float] {
    [Float](unsafeUninitializedCapacity: points.count * columns) { values, count in
      for (index, point) in points.enumerated() {
        point.point.withUnsafeBufferPointer { own in
          for column in 0..<columns { values[column * points.count + index] = Float(own[column]) }
        }
      }
      count = points.count * columns
    }
  }

  private static func deviation(of column: Column, rows: [Int]) -> Double {
    guard case .numbers(let numbers, let missing) = column.values, !column.isDiscrete else { return 0 }
    let values = rows.filter { !missing[$0] }.map { Double(numbers[$0]) }
    guard !values.isEmpty else { return 0 }
    let mean = values.reduce(0, +) / Double(values.count)
    return (values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count)).squareRoot()
  }
}

extension Column {
  fileprivate var isDiscrete: Bool {
    if case .codes = values { return true }
    return grid == .truth
  }
}
