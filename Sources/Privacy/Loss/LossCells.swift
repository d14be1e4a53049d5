import Maths

/// Losses of one use of a mechanism on a grid, as two distributions that hold the true one between them.
///
/// Under composition a pair (P, Q) that dominates another goes on to do so, so bounds on one step bound any number.
/// Cell i stands for the loss (lowest + i) interval.
struct LossCells {
  let interval: Double
  let lowest: Int
  /// Dominates, and so gives an upper bound on delta at every epsilon; sums to 1 with ``infinite``.
  let upper: [Double]
  /// Is dominated, and so gives a lower bound; sums to less than 1 where nothing is known of the rest.
  let lower: [Double]
  /// The mass of ``upper`` whose loss has no bound.
  let infinite: Double

  /// Losses beyond are left out of the lower bound, since e^loss and its inverse leave the range of numbers.
  private static let farthest = 600.0

  /// - Parameter exponent: Beyond the cells lies a mass of e^-`exponent` at each end.
  init(_ loss: any PrivacyLoss, interval: Double, exponent: Double) {
    let range = loss.range(exponent: exponent)
    let lowest = Int((range.lowerBound / interval).rounded(.down)) - 2
    let highest = Int((range.upperBound / interval).rounded(.up)) + 2
    self.interval = interval
    self.lowest = lowest
    (upper, infinite) = Self.dominating(loss, interval, lowest...highest)
    lower = Self.dominated(loss, interval, lowest...highest)
  }

  /// Each interval's mass is moved to its two ends so that its masses under P and Q both stay.
  ///
  /// - Source: Doroshenko et al., "Connect the dots: tighter discrete approximations of privacy loss distributions",
  ///   PETS 2022, arXiv:2207.04380, section 3.
  private static func dominating(
    _ loss: some PrivacyLoss, _ interval: Double, _ cells: ClosedRange<Int>
  ) -> (masses: [Double], infinite: Double) {
    let first = cells.lowerBound
    var masses = [Double](repeating: 0, count: cells.count)
    let gap = -Elementary.expm1(-interval)
    var start = loss.tails(at: Double(first) * interval)
    masses[0] = start.lowerP
    for cell in cells.dropLast() {
      let end = loss.tails(at: Double(cell + 1) * interval)
      let massP = end.massP(since: start)
      if massP > 0 {
        let moved = (massP - Elementary.exp(Double(cell) * interval) * end.massQ(since: start)) / gap
        // Where the product has no value all goes up.
        let up = moved.isNaN ? massP : min(max(moved, 0), massP)
        masses[cell - first] += massP - up
        masses[cell - first + 1] += up
      }
      start = end
    }
    let beyond = Elementary.exp(Double(cells.upperBound) * interval) * start.upperQ
    let finite = beyond.isNaN ? 0 : min(beyond, start.upperP)
    masses[masses.count - 1] += finite
    return (masses, start.upperP - finite)
  }

  /// Tangents to delta, as a function of e^epsilon, at the middles of the intervals; at a grid point the lower of its
  /// two tangents counts.
  ///
  /// Lines between such points lie below the curve; where they are not convex, the hull is taken.
  private static func dominated(
    _ loss: some PrivacyLoss, _ interval: Double, _ cells: ClosedRange<Int>
  ) -> [Double] {
    let first = cells.lowerBound
    var own = [Double](repeating: 0, count: cells.count)
    var gaps = own
    var start = loss.tails(at: (Double(first) - 0.5) * interval)
    for cell in cells {
      let end = loss.tails(at: (Double(cell) + 0.5) * interval)
      let epsilon = Double(cell) * interval
      if abs(epsilon) < farthest {
        let scaled = Elementary.exp(epsilon) * end.massQ(since: start)
        own[cell - first] = scaled
        // How far the left tangent lies above the right one.
        gaps[cell - first] = end.massP(since: start) - scaled
      }
      start = end
    }
    let (rise, fall) = (Elementary.expm1(interval), -Elementary.expm1(-interval))
    var masses = [Double](repeating: 0, count: cells.count)
    for i in 1..<cells.count - 1 {
      let right = max(0, -gaps[i]) - max(0, gaps[i + 1])
      let left = max(0, -gaps[i - 1]) - max(0, gaps[i])
      masses[i] = own[i] + right / rise - left / fall
    }
    Hull.makeTradeOff(&masses, interval: interval)
    return masses
  }
}
