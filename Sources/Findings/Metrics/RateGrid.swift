import Maths

/// The false-positive rates at which a pooled ROC is read in one pass, and what is known of each beforehand.
struct RateGrid: Sendable {
  /// Ascending: those of reports, and those of the curve.
  let limits: [Double]
  let cuts: [PoolCut]
  /// By what deviations of replicates are multiplied.
  let corrections: [CrossedVariance.Correction]
  /// One a limit of reports, for a later comparison.
  let influences: [InfluenceSketch]
  /// Where the curve begins.
  let start: Double

  /// Enough for a smooth line; more cannot be seen.
  private static let curvePoints = 120
  /// Where corrections are worked out besides; they vary slowly, so those between are interpolated.
  private static let knots = [0.3, 0.7]

  /// - Parameters:
  ///   - order: the pool's.
  ///   - start: the first rate of the curve; nil for the limits alone.
  ///   - further: limits besides those of reports.
  init(order: PoolOrder, from start: Double?, further: [Double] = []) {
    let own = Resolution.limits(with: further)
    let curve = start.map(Self.curve) ?? []
    let limits = (own + curve.filter { !own.contains($0) }).sorted()
    let knots = (own + Self.knots.filter { !own.contains($0) }).sorted()
    let variances = Influence.tpr(order, within: knots)
    let corrections = variances.map { $0.correction() }
    influences = zip(knots, variances).filter { Resolution.limits.contains($0.0) }.map(\.1.sketch)
    self.limits = limits
    self.start = start ?? limits[0]
    cuts = PoolCut.within(limits, of: order)
    self.corrections = limits.map { Self.between(knots, corrections, at: $0) }
  }

  /// What is known at one of the limits.
  subscript(limit: Double) -> (slot: Int, cut: PoolCut, correction: CrossedVariance.Correction) {
    let slot = limits.firstIndex(of: limit) ?? 0
    return (slot, cuts[slot], corrections[slot])
  }

  /// Evenly spaced logarithms from `start` to 1, and the limits of reports.
  static func curve(from start: Double) -> [Double] {
    let depth = Elementary.log(start)
    let spaced = (0..<curvePoints).map { Elementary.exp(depth * (1 - Double($0) / Double(curvePoints - 1))) }
    let inside = spaced.dropFirst().dropLast().filter { rate in
      // A rate next to a limit would be drawn on it.
      Resolution.limits.allSatisfy { abs($0 - rate) > 1e-9 }
    }
    return (inside + Resolution.limits + [1]).sorted()
  }

  /// Linear in the logarithm of the rate; flat beyond the ends.
  private static func between(
    _ knots: [Double], _ values: [CrossedVariance.Correction], at rate: Double
  ) -> CrossedVariance.Correction {
    guard let above = knots.firstIndex(where: { $0 >= rate }) else { return values[values.count - 1] }
    guard above > 0, knots[above] > rate else { return values[above] }
    let start = Elementary.log(knots[above - 1])
    let share = (Elementary.log(rate) - start) / (Elementary.log(knots[above]) - start)
    let low = values[above - 1]
    let high = values[above]
    return CrossedVariance.Correction(
      deviation: low.deviation + share * (high.deviation - low.deviation),
      interval: low.interval + share * (high.interval - low.interval),
      freedom: low.freedom + share * (high.freedom - low.freedom))
  }
}
