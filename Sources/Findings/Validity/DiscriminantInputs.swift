import Maths

/// Standardised features and the squares of those that are numbers, for a linear discriminant.
struct DiscriminantInputs: Sendable {
  let rows: Int
  /// D', of columns that vary.
  let columns: Int
  /// N x D', each column of mean 0 and deviation 1.
  private let values: [Double]

  init(_ features: Matrix, rows chosen: [Int]) {
    var kept: [[Double]] = []
    for column in 0..<features.columns {
      let raw = chosen.map { Double(features[$0, column]) }
      guard let own = Self.standardised(raw) else { continue }
      kept.append(own)
      // The square of a column of two values says nothing new.
      if let first = own.first, own.contains(where: { $0 != first && abs($0 * first + 1) > 1e-6 }),
        let square = Self.standardised(own.map { $0 * $0 })
      {
        kept.append(square)
      }
    }
    rows = chosen.count
    columns = kept.count
    var values = [Double](repeating: 0, count: chosen.count * kept.count)
    for (column, own) in kept.enumerated() {
      for row in own.indices { values[row * kept.count + column] = own[row] }
    }
    self.values = values
  }

  /// Of mean 0 and deviation 1; nil for what does not vary.
  private static func standardised(_ raw: [Double]) -> [Double]? {
    let count = Double(raw.count)
    let mean = raw.reduce(0, +) / count
    let deviation = (raw.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / count).squareRoot()
    guard deviation.isFinite, deviation > 1e-12 * abs(mean), deviation > 0 else { return nil }
    return raw.map { ($0 - mean) / deviation }
  }

  func score(_ row: Int, _ weights: [Double]) -> Double {
    var sum = 0.0
    for column in 0..<columns { sum += values[row * columns + column] * weights[column] }
    return sum
  }

  /// Fisher's direction, as the ridge regression of the truth (1 or -1) on the known rows, by conjugate gradients.
  ///
  /// - Source: Hastie, Tibshirani and Friedman, "The Elements of Statistical Learning", 2nd edition, exercise 4.2, for
  ///   the equality of the two.
  func discriminant(of truths: [Bool], on known: [Bool]) -> [Double] {
    let taught = (0..<rows).filter { known[$0] }
    let mean = Double(2 * taught.count { truths[$0] } - taught.count) / Double(taught.count)
    var residual = [Double](repeating: 0, count: columns)
    for row in taught { add((truths[row] ? 1 : -1) - mean, of: row, to: &residual) }
    var weights = [Double](repeating: 0, count: columns)
    var direction = residual
    var size = Self.dot(residual, residual)
    let enough = size * Self.precision
    for _ in 0..<Self.mostSteps where size > enough {
      var image = direction.map { $0 * Self.ridge }
      for row in taught { add(score(row, direction), of: row, to: &image) }
      let step = size / Self.dot(direction, image)
      for column in 0..<columns {
        weights[column] += step * direction[column]
        residual[column] -= step * image[column]
      }
      let next = Self.dot(residual, residual)
      for column in 0..<columns { direction[column] = residual[column] + next / size * direction[column] }
      size = next
    }
    return weights
  }

  /// As much as one record weighs: it settles directions in which nothing varies.
  private static let ridge = 1.0
  private static let precision = 1e-16
  private static let mostSteps = 60

  private func add(_ factor: Double, of row: Int, to sums: inout [Double]) {
    for column in 0..<columns { sums[column] += factor * values[row * columns + column] }
  }

  private static func dot(_ one: [Double], _ other: [Double]) -> Double {
    var sum = 0.0
    for (a, b) in zip(one, other) { sum += a * b }
    return sum
  }
}
