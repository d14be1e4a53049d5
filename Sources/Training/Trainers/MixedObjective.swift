import CKernels
import Maths
import Study

/// The penalised mean loss of a linear model of two classes where most inputs are one-hot: levels are looked up, not
/// multiplied.
///
/// A standardised level has one value where it holds and another where it does not, so that a logit is a constant and a
/// difference for each level that holds. On Adult that is 14 terms a record for 108. All sums are Float64.
final class MixedObjective: LinearObjective {
  /// D + 1 parameters, the bias last.
  let dimension: Int
  private let columns: Int
  private let penalty: Double
  private let path: KernelPath
  private let rows: Int
  /// Places among the D inputs of what is multiplied.
  private let numbers: [Int]
  private let codes: Int
  /// Each input's value where its level does not hold, and what is added where it does; 0 for numbers.
  private let base: [Double]
  private let gain: [Double]
  private let values: Buffer<Double>
  private let levels: Buffer<Int32>
  private let labels: Buffer<Int32>
  private let weights: Buffer<Double>
  private let levelWeights: Buffer<Double>
  private let slopes: Buffer<Double>
  private let levelSlopes: Buffer<Double>
  private let products: Buffer<Double>

  /// Fewer columns a record than this share of the inputs, or the products of dense matrices are as fast.
  private static let share = 3

  /// Nil where the records have other than two classes or few levels.
  ///
  /// - Parameter rows: The half.
  init?(_ records: Records, rows: [Int], preparation: Preparation, penalty: Double, path: KernelPath) {
    let roles = records.design.roles
    numbers = roles.indices.filter { roles[$0] != .level }
    var starts: [Int] = []
    var coded: [[Int32]] = []
    var next = 0
    for column in records.columns {
      switch column.values {
      case .codes(let codes, let levels):
        starts.append(next)
        coded.append(codes)
        next += levels.count
      case .numbers: next += roles[next] == .number(missing: nil) ? 1 : 2
      }
    }
    guard records.classes.count == 2, !coded.isEmpty, Self.share * (numbers.count + coded.count) <= roles.count
    else { return nil }
    (columns, codes) = (roles.count, coded.count)
    dimension = columns + 1
    (self.penalty, self.path, self.rows) = (penalty, path, rows.count)
    func input(_ raw: Float, _ column: Int) -> Double {
      Double((raw - preparation.means[column]) * preparation.scales[column])
    }
    base = roles.indices.map { roles[$0] == .level ? input(0, $0) : 0 }
    gain = roles.indices.map { roles[$0] == .level ? input(1, $0) - input(0, $0) : 0 }
    values = Buffer(rows.count * numbers.count, filledWith: 0)
    levels = Buffer(rows.count * coded.count, filledWith: 0)
    let matrix = records.design.matrix
    for (place, row) in rows.enumerated() {
      for (index, column) in numbers.enumerated() {
        var raw = matrix[row, column]
        if case .number(let indicator?) = roles[column], matrix[row, indicator] != 0 {
          raw = preparation.medians[column]
        }
        values.base[place * numbers.count + index] = input(raw, column)
      }
      for index in coded.indices {
        levels.base[place * coded.count + index] = Int32(starts[index]) + coded[index][row]
      }
    }
    labels = Buffer(rows.map { Int32(records.labels[$0]) }, filler: 0)
    weights = Buffer(numbers.count, filledWith: 0)
    slopes = Buffer(numbers.count, filledWith: 0)
    levelWeights = Buffer(columns, filledWith: 0)
    levelSlopes = Buffer(columns, filledWith: 0)
    products = Buffer((rows.count + 63) / 64, filledWith: 1)
  }

  func value(at point: UnsafeMutablePointer<Double>, slope: UnsafeMutablePointer<Double>) -> Double {
    var bias = point[columns]
    for column in 0..<columns {
      bias += base[column] * point[column]
      levelWeights.base[column] = gain[column] * point[column]
      levelSlopes.base[column] = 0
    }
    for (index, column) in numbers.enumerated() { weights.base[index] = point[column] }
    var (all, linear) = (0.0, 0.0)
    rk_logistic_mixed(
      path.code, rows, numbers.count, codes, values.base, levels.base, labels.base, weights.base, levelWeights.base,
      bias, slopes.base, levelSlopes.base, &all, &linear, products.base)
    let groups = (rows + 63) / 64
    rk_logs(path.code, groups, products.base)
    var loss = linear
    for group in 0..<groups { loss += products.base[group] }
    let share = 1 / Double(rows)
    var squares = 0.0
    for column in 0..<columns {
      let raw = base[column] * all + gain[column] * levelSlopes.base[column]
      slope[column] = share * raw + penalty * point[column]
      squares += point[column] * point[column]
    }
    for (index, column) in numbers.enumerated() { slope[column] += share * slopes.base[index] }
    slope[columns] = share * all
    return share * loss + penalty / 2 * squares
  }

  func model(_ point: [Double]) -> (weights: Matrix, biases: [Float]) {
    // The first class has the logit 0.
    let elements = point[..<columns].flatMap { [Float(0), Float($0)] }
    return (Matrix(rows: columns, columns: 2, elements: elements), [0, Float(point[columns])])
  }
}
