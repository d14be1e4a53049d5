import Maths

/// Maps values onto positions; values outside the domain land on its edge.
struct Scale: Equatable, Sendable {
  let low: Double
  let high: Double
  /// The positions of `low` and `high`, in pixels.
  let from: Double
  let to: Double
  let logarithmic: Bool

  /// - Precondition: `low` is positive and below `high`.
  static func log(_ low: Double, _ high: Double, from: Double, to: Double) -> Scale {
    precondition(low > 0 && high > low)
    return Scale(low: low, high: high, from: from, to: to, logarithmic: true)
  }

  /// - Precondition: `low` is below `high`.
  static func linear(_ low: Double, _ high: Double, from: Double, to: Double) -> Scale {
    precondition(high > low)
    return Scale(low: low, high: high, from: from, to: to, logarithmic: false)
  }

  func callAsFunction(_ value: Double) -> Double {
    let value = min(max(value, low), high)
    let share =
      logarithmic
      ? Elementary.log(value / low) / Elementary.log(high / low)
      : (value - low) / (high - low)
    return from + share * (to - from)
  }

  /// Round values inside the domain, ascending: 1, 2 and 5 of each decade where there are few, and decades alone.
  var roundChoices: [[Double]] {
    let decades = Self.round([1], from: low, to: high)
    return decades.count > 3 ? [decades] : [Self.round([1, 2, 5], from: low, to: high), decades]
  }

  /// Values of `leading` times powers of ten between two bounds.
  static func round(_ leading: [Double], from low: Double, to high: Double) -> [Double] {
    var values: [Double] = []
    var decade = 1e-9
    for _ in 0..<12 {
      for digit in leading {
        // Dividing gives the nearest double of 0.001, multiplying might not.
        let value = decade < 1 ? digit / (1 / decade).rounded() : digit * decade.rounded()
        if value >= low * (1 - 1e-9) && value <= high * (1 + 1e-9) { values.append(value) }
      }
      decade *= 10
    }
    return values
  }

  /// The largest of 1, 2 and 5 times a power of ten that is at most `value`; `value` in 1e-9...1000.
  static func roundBelow(_ value: Double) -> Double { round([1, 2, 5], from: 1e-9, to: value).last ?? 1e-9 }

  /// The least of 1, 2 and 5 times a power of ten that is at least `value`.
  static func roundAbove(_ value: Double) -> Double { round([1, 2, 5], from: value, to: 1000).first ?? 1000 }
}
