import Maths

/// Makes the masses of a distribution of losses out of a broken line below delta(x), x = e^epsilon.
///
/// The line is given by how much its slope rises at each grid point, times x there. Delta is convex, never below 0 or
/// 1 - x; where the line is not so, it is mended in a way that keeps it below delta.
enum Hull {
  static func makeTradeOff(_ masses: inout [Double], interval: Double) {
    masses[0] = 0
    masses[masses.count - 1] = 0
    raiseToZero(&masses, interval)
    makeConvex(&masses, interval: interval)
    raiseToOneLessX(&masses)
  }

  /// Where the line falls below 0 it ends: what is left has its loss there, and is counted at the grid point before.
  private static func raiseToZero(_ masses: inout [Double], _ interval: Double) {
    let fall = Elementary.exp(-interval)
    // The line right of a point is intercept - slope x; the slope is kept times x at the point.
    var (intercept, slope) = (0.0, 0.0)
    var isBelow = false
    for point in stride(from: masses.count - 2, through: 0, by: -1) {
      let mass = masses[point + 1]
      intercept += mass
      slope = (slope + mass) * fall
      if intercept - slope > 0 {
        guard isBelow else { return }
        masses[point + 1] = 0
        masses[point] += intercept
        return
      }
      if mass != 0 { isBelow = true }
      masses[point + 1] = 0
    }
  }

  /// Where the line's intercept passes 1 it lies below 1 - x: the masses below there are taken together.
  private static func raiseToOneLessX(_ masses: inout [Double]) {
    var sum = 0.0
    for point in stride(from: masses.count - 1, through: 0, by: -1) {
      masses[point] = min(max(0, masses[point]), 1 - sum)
      sum += masses[point]
    }
  }

  /// Takes away each point where the slope falls, which moves its fall to the two points beside it; the first and the
  /// last stay.
  static func makeConvex(_ masses: inout [Double], interval: Double) {
    guard masses.count > 2 else { return }
    var kept: [Int] = [0]
    for point in 1..<masses.count - 1 {
      kept.append(point)
      while kept.count > 1, let top = kept.last, masses[top] < 0 {
        kept.removeLast()
        let before = kept[kept.count - 1]
        remove(top, between: before, and: point == top ? point + 1 : point + 1, &masses, interval)
      }
    }
  }

  /// In x = e^loss the fall at b goes to a by (c - b) / (c - a) and to c by (b - a) / (c - a).
  private static func remove(
    _ b: Int, between a: Int, and c: Int, _ masses: inout [Double], _ interval: Double
  ) {
    let down = -Elementary.expm1(-Double(b - a) * interval)
    let up = Elementary.expm1(Double(c - b) * interval)
    let fall = masses[b]
    masses[b] = 0
    // Masses are slopes times x, so each share is scaled by x there over x at b.
    masses[a] += fall * up / (up + down) * (1 - down)
    masses[c] += fall * down / (up + down) * (1 + up)
  }
}
