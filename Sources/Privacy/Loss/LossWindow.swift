import Maths

/// The places that a transform covers, and how much of a sum of tilted losses may lie outside them.
struct LossWindow {
  /// A power of 2.
  let count: Int
  /// The first place; places count from the sum of the lowest losses.
  let first: Int
  /// At most this mass lies outside, for the upper and for the lower bound; it comes round to the other side.
  let upperOutside: Double
  let lowerOutside: Double

  /// More than this outside would be felt in the result.
  private static let allowed = 1e-9
  /// Half the width that is tried first, in standard deviations.
  private static let reach = 6.5
  private static let largest = 1 << 23

  init(_ parts: [TiltedPart]) {
    var (mean, variance, length) = (0.0, 0.0, 1.0)
    for part in parts {
      mean += part.steps * part.upper.mean
      variance += part.steps * part.upper.variance
      length += part.steps * Double(part.upper.masses.count - 1)
    }
    let centre = mean.rounded()
    var count = 1024
    while Double(count) < 2 * Self.reach * variance.squareRoot() { count *= 2 }
    while true {
      guard Double(count) < length else {
        (self.count, first, upperOutside, lowerOutside) = (count, 0, 0, 0)
        return
      }
      let start = centre - Double(count / 2)
      let upper = Self.outside(parts.map { ($0.steps, $0.upper) }, start, count, variance)
      let lower = Self.outside(parts.map { ($0.steps, $0.lower) }, start, count, variance)
      if max(upper, lower) <= Self.allowed || count >= Self.largest {
        (self.count, first, upperOutside, lowerOutside) = (count, Int(start), upper, lower)
        return
      }
      count *= 2
    }
  }

  /// Chernoff's bound at both ends.
  private static func outside(
    _ parts: [(steps: Double, losses: TiltedLosses)], _ start: Double, _ count: Int, _ variance: Double
  ) -> Double {
    let mean = parts.reduce(0) { $0 + $1.steps * $1.losses.mean }
    let ends = (below: mean - start, above: start + Double(count) - mean)
    guard ends.below > 0, ends.above > 0 else { return 1 }
    func bound(_ distance: Double, _ sign: Double) -> Double {
      func exponent(_ rate: Double) -> Double {
        parts.reduce(-rate * distance) { $0 + $1.steps * $1.losses.cumulant(rate: sign * rate) }
      }
      // A normal sum has its best rate here; weights have to stay within the range of numbers.
      let longest = parts.reduce(1) { max($0, $1.losses.masses.count) }
      let normal = min(distance / max(variance, 1), TiltedLosses.mostExponent / Double(longest))
      let first = exponent(normal)
      if first < -22 { return Elementary.exp(first) }
      let centre = Elementary.log(normal)
      let best = GoldenSection.least(in: (centre - 6)...(centre + 1), steps: 14) { exponent(Elementary.exp($0)) }
      return Elementary.exp(min(0, first, best.value))
    }
    return bound(ends.below, -1) + bound(ends.above, 1)
  }
}

/// A mechanism's losses, tilted, and how often it is used.
struct TiltedPart {
  let upper: TiltedLosses
  let lower: TiltedLosses
  let lowest: Int
  let steps: Double

  init(_ cells: LossCells, steps: Int, tilt: Double) {
    upper = TiltedLosses(cells.upper, lowest: cells.lowest, interval: cells.interval, tilt: tilt)
    lower = TiltedLosses(cells.lower, lowest: cells.lowest, interval: cells.interval, tilt: tilt)
    lowest = cells.lowest
    self.steps = Double(steps)
  }
}
