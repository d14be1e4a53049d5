import CKernels
import Maths

/// The penalised mean loss of a linear model and its gradient.
///
/// The parameters are Float64, the products Float32: the gradient is good to about 1e-7, below what the solver asks.
final class LogisticObjective: LinearObjective {
  /// (D + 1) x outputs parameters, the biases last.
  let dimension: Int
  private let classes: Int
  /// Two classes need one logit.
  private let outputs: Int
  private let rows: Int
  private let columns: Int
  private let penalty: Double
  private let path: KernelPath
  private let inputs: Buffer<Float>
  private let labels: Buffer<Int32>
  private let weights: Buffer<Float>
  private let logits: Buffer<Float>
  private let gradient: Buffer<Float>
  private let scratch: Buffer<Float>

  init(inputs: Matrix, labels: [Int32], classes: Int, penalty: Double, path: KernelPath) {
    self.classes = classes
    outputs = classes == 2 ? 1 : classes
    (rows, columns) = (inputs.rows, inputs.columns)
    dimension = (columns + 1) * outputs
    self.penalty = penalty
    self.path = path
    self.inputs = Buffer(inputs.elements, filler: 0)
    self.labels = Buffer(labels, filler: 0)
    weights = Buffer((columns + 1) * classes, filledWith: 0)
    gradient = Buffer((columns + 1) * classes, filledWith: 0)
    logits = Buffer(rows * classes, filledWith: 0)
    scratch = Buffer(rk_pack_count(max(rows, columns)), filledWith: 0)
  }

  func value(at point: UnsafeMutablePointer<Double>, slope: UnsafeMutablePointer<Double>) -> Double {
    spread(point)
    let features = MatrixView(inputs.base, rows: rows, columns: columns)
    let answers = MatrixView(logits.base, rows: rows, columns: classes)
    let biases = columns * classes
    answers.store(
      features, times: MatrixView(weights.base, rows: columns, columns: classes), path: path, scratch: scratch)
    rk_add_row(path.code, rows, classes, weights.base + biases, logits.base)
    var loss = 0.0
    rk_softmax_gradient(path.code, rows, classes, logits.base, labels.base, logits.base, &loss)
    let share = 1 / Float(rows)
    MatrixView(gradient.base, rows: columns, columns: classes).store(
      features.transposed, times: answers, scale: share, path: path, scratch: scratch)
    rk_column_sums(path.code, rows, classes, share, logits.base, gradient.base + biases)
    return loss / Double(rows) + gather(point, slope)
  }

  func model(_ point: [Double]) -> (weights: Matrix, biases: [Float]) {
    var copy = point
    copy.withUnsafeMutableBufferPointer { if let base = $0.baseAddress { spread(base) } }
    let all = weights.elements
    return (
      Matrix(rows: columns, columns: classes, elements: Array(all[..<(columns * classes)])),
      Array(all[(columns * classes)...])
    )
  }

  /// Rounds the parameters into the last `outputs` columns of the weights.
  private func spread(_ point: UnsafeMutablePointer<Double>) {
    for row in 0...columns {
      for output in 0..<outputs {
        weights.base[(row + 1) * classes - outputs + output] = Float(point[row * outputs + output])
      }
    }
  }

  /// Writes the slope, penalty included, and returns the penalty.
  private func gather(_ point: UnsafeMutablePointer<Double>, _ slope: UnsafeMutablePointer<Double>) -> Double {
    var squares = 0.0
    for row in 0...columns {
      let decay = row < columns ? penalty : 0
      for output in 0..<outputs {
        let index = row * outputs + output
        slope[index] = Double(gradient.base[(row + 1) * classes - outputs + output]) + decay * point[index]
        if row < columns { squares += point[index] * point[index] }
      }
    }
    return penalty / 2 * squares
  }
}
