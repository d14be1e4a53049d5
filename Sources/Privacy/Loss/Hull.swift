import Maths

/// The greatest convex function below a broken line.
///
/// The line is given by how much its slope rises at each grid point, times e^loss there: masses, if convex.
enum Hull {
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
