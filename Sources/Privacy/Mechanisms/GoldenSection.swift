/// The least value of a function with one valley, by the golden section.
enum GoldenSection {
  /// - Parameter steps: Each leaves 0.618 of the range.
  static func least(
    in range: ClosedRange<Double>, steps: Int = 90, of function: (Double) -> Double
  ) -> (argument: Double, value: Double) {
    let share = 0.618033988749894848
    var (low, high) = (range.lowerBound, range.upperBound)
    var left = high - share * (high - low)
    var right = low + share * (high - low)
    var (leftValue, rightValue) = (function(left), function(right))
    for _ in 0..<steps {
      if leftValue <= rightValue {
        (high, right, rightValue) = (right, left, leftValue)
        left = high - share * (high - low)
        leftValue = function(left)
      } else {
        (low, left, leftValue) = (left, right, rightValue)
        right = low + share * (high - low)
        rightValue = function(right)
      }
    }
    return leftValue <= rightValue ? (left, leftValue) : (right, rightValue)
  }
}
