import Maths

/// The powers e^(rate i), of many whole i, by one multiplication each.
struct GeometricWeights {
  private static let block = 256
  private let rate: Double
  private let fine: [Double]

  init(rate: Double) {
    self.rate = rate
    fine = (0..<Self.block).map { Elementary.exp(rate * Double($0)) }
  }

  /// values[i] e^(rate (i - reference)), and their sum.
  func weighted(_ values: [Double], reference: Int) -> (values: [Double], sum: Double) {
    var result = values
    var sum = 0.0
    for start in stride(from: 0, to: values.count, by: Self.block) {
      let coarse = Elementary.exp(rate * Double(start - reference))
      for offset in 0..<min(Self.block, values.count - start) {
        result[start + offset] *= coarse * fine[offset]
        sum += result[start + offset]
      }
    }
    return (result, sum)
  }

  /// The sum of values[i] e^(rate (i - reference)).
  func sum(_ values: [Double], reference: Double) -> Double {
    var sum = 0.0
    for start in stride(from: 0, to: values.count, by: Self.block) {
      let coarse = Elementary.exp(rate * (Double(start) - reference))
      var part = 0.0
      for offset in 0..<min(Self.block, values.count - start) { part += values[start + offset] * fine[offset] }
      sum += part * coarse
    }
    return sum
  }
}
