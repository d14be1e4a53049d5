/// Round values on a linear axis.
enum NiceSteps {
  /// The least of 1, 2 and 5 times a power of ten that divides `width` into at most `most` parts.
  ///
  /// - Precondition: `width` is positive and finite.
  static func step(_ width: Double, most: Int) -> Double {
    precondition(width > 0 && width.isFinite && most > 0)
    var decade = 1e-12
    while decade * 10 * Double(most) < width { decade *= 10 }
    return [1, 2, 5, 10, 20, 50].map { $0 * decade }.first { width / $0 <= Double(most) + 1e-9 } ?? 100 * decade
  }

  /// The multiples of a step between two values, ascending.
  static func multiples(of step: Double, from low: Double, to high: Double) -> [Double] {
    let first = (low / step - 1e-9).rounded(.up)
    let last = (high / step + 1e-9).rounded(.down)
    guard last >= first, last - first < 1000 else { return [] }
    return (0...Int(last - first)).map { (first + Double($0)) * step }
  }
}
