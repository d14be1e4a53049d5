/// Halving, down to neighbouring numbers.
enum Bisection {
  /// The least number of a range from which on `holds`, which is false below it; the upper end where it never is.
  static func least(in range: ClosedRange<Double>, where holds: (Double) -> Bool) -> Double {
    var (low, high) = (range.lowerBound, range.upperBound)
    // 2,100 halvings part any two numbers; 64 or so are usual.
    for _ in 0..<2_100 {
      let middle = low + (high - low) / 2
      guard middle > low, middle < high else { break }
      if holds(middle) { high = middle } else { low = middle }
    }
    return high
  }
}
