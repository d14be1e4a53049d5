import Maths

/// A linear prediction of one quantile: the weights that minimise the mean pinball loss plus a little ridge.
///
/// Found by full-batch subgradient steps scaled by their running squares (Adam), which need no randomness.
struct PinballRegression {
  private let weights: [Double]
  private let intercept: Double

  static let steps = 400
  static let rate = 0.05
  static let ridge = 1e-3

  /// - Parameters:
  ///   - rows: The rows of `features` to learn from, at least one.
  ///   - level: The quantile, in 0...1.
  init(_ features: FeatureRows, _ values: [Double], rows: [Int], level: Double) {
    let columns = features.columns
    let sorted = rows.map { values[$0] }.sorted()
    let start = sorted[min(Int(level * Double(sorted.count)), sorted.count - 1)]
    // Steps are measured in the spread of the values, so that their unit does not matter.
    let spread = max(sorted[sorted.count * 3 / 4] - sorted[sorted.count / 4], 1e-9)
    var parameters = [Double](repeating: 0, count: columns + 1)
    parameters[columns] = start / spread
    var (first, second) = (parameters.map { _ in 0.0 }, parameters.map { _ in 0.0 })
    var (decayFirst, decaySecond) = (1.0, 1.0)
    for step in 0..<Self.steps {
      let gradient = Self.gradient(features, values, rows: rows, level: level, spread: spread, at: parameters)
      decayFirst *= 0.9
      decaySecond *= 0.999
      let rate = Self.rate * (1 - Double(step) / Double(Self.steps))
      for index in gradient.indices {
        let slope = gradient[index] / Double(rows.count) + (index < columns ? Self.ridge * parameters[index] : 0)
        first[index] = 0.9 * first[index] + 0.1 * slope
        second[index] = 0.999 * second[index] + 0.001 * slope * slope
        parameters[index] -=
          rate * (first[index] / (1 - decayFirst)) / ((second[index] / (1 - decaySecond)).squareRoot() + 1e-8)
      }
    }
    weights = parameters.dropLast().map { $0 * spread }
    intercept = parameters[columns] * spread
  }

  private static func gradient(
    _ features: FeatureRows, _ values: [Double], rows: [Int], level: Double, spread: Double, at parameters: [Double]
  ) -> [Double] {
    let columns = features.columns
    var gradient = [Double](repeating: 0, count: columns + 1)
    features.values.withUnsafeBufferPointer { features in
      parameters.withUnsafeBufferPointer { parameters in
        gradient.withUnsafeMutableBufferPointer { gradient in
          for row in rows {
            let start = row * columns
            var predicted = parameters[columns]
            for column in 0..<columns { predicted += parameters[column] * features[start + column] }
            let slope = values[row] / spread > predicted ? -level : 1 - level
            for column in 0..<columns { gradient[column] += slope * features[start + column] }
            gradient[columns] += slope
          }
        }
      }
    }
    return gradient
  }

  /// The predicted quantile of one row.
  func value(_ features: FeatureRows, row: Int) -> Double {
    var result = intercept
    for column in 0..<features.columns { result += weights[column] * features.values[row * features.columns + column] }
    return result
  }
}
