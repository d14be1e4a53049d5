import Maths

/// What a minimiser asks of the loss of a linear model.
protocol LinearObjective: AnyObject {
  var dimension: Int { get }
  /// The value at `point`; its gradient is written to `slope`.
  func value(at point: UnsafeMutablePointer<Double>, slope: UnsafeMutablePointer<Double>) -> Double
  /// The weights, D x C, and the C biases that `point` stands for.
  func model(_ point: [Double]) -> (weights: Matrix, biases: [Float])
}
