import Maths

/// The privacy loss of all releases together, in one direction, near the epsilon that it was tilted for.
struct ComposedLosses {
  /// Untilted masses times e^(tilt loss - logMoment), with bounds on what is wrong with them.
  private struct Side {
    let masses: [Double]
    let logMoment: Double
    /// The most that all errors of the masses sum to.
    let error: Double
    /// Mass of unbounded loss.
    let infinite: Double
    /// +1 for the upper bound, -1 for the lower.
    let sign: Double
  }

  private let upper: Side
  private let lower: Side
  private let tilt: Double
  private let interval: Double
  /// The loss of the first mass, over the interval.
  private let first: Int
  /// How far rounding in the masses of one step may have moved the sum.
  private let drift: Double

  init(_ parts: [(cells: LossCells, steps: Int)], tilt: Double, transforms: inout FourierTransforms) {
    let tilted = parts.map { TiltedPart($0.cells, steps: $0.steps, tilt: tilt) }
    let window = LossWindow(tilted)
    var spectrum = LossSpectrum(transform: transforms[window.count])
    for part in tilted { spectrum.multiply(by: part) }
    let (values, error) = spectrum.masses()
    self.tilt = tilt
    interval = parts[0].cells.interval
    let lowest = parts.reduce(0) { $0 + $1.cells.lowest * $1.steps }
    first = lowest + window.first
    let finite = parts.reduce(0.0) { $0 + Double($1.steps) * Elementary.log1p(-$1.cells.infinite) }
    upper = Side(
      masses: Self.unwound(values.real, window), logMoment: tilted.reduce(0) { $0 + $1.steps * $1.upper.logMoment },
      error: error + window.upperOutside, infinite: -Elementary.expm1(finite), sign: 1)
    lower = Side(
      masses: Self.unwound(values.imaginary, window),
      logMoment: tilted.reduce(0) { $0 + $1.steps * $1.lower.logMoment }, error: error + window.lowerOutside,
      infinite: 0, sign: -1)
    drift = tilted.reduce(0) { $0 + $1.steps * 0x1p-47 * (1 + $1.upper.variance.squareRoot()) } * interval
  }

  /// From places round the transform to places from the window's first.
  private static func unwound(_ values: [Double], _ window: LossWindow) -> [Double] {
    let start = ((window.first % window.count) + window.count) % window.count
    return Array(values[start...]) + Array(values[..<start])
  }

  /// One step, as it is.
  init(_ cells: LossCells) {
    (tilt, interval, first) = (0, cells.interval, cells.lowest)
    upper = Side(masses: cells.upper, logMoment: 0, error: 0, infinite: cells.infinite, sign: 1)
    lower = Side(masses: cells.lower, logMoment: 0, error: 0, infinite: 0, sign: -1)
    drift = 0x1p-40 * cells.interval
  }

  /// Infinity and 0 where nothing can be said.
  func bounds(delta: Double) -> EpsilonBounds {
    let above = epsilon(upper, delta: delta) ?? .infinity
    let below = lower.logMoment > -.infinity ? epsilon(lower, delta: delta) ?? 0 : 0
    return EpsilonBounds(pessimistic: above > 0 ? above + drift : 0, optimistic: max(0, below - drift))
  }

  /// The least epsilon with a delta, corrected for the side's errors, of at most `delta`; summed from above.
  private func epsilon(_ side: Side, delta: Double) -> Double? {
    // delta(epsilon) = mass - e^(epsilon - reference) discount, over the losses above epsilon.
    var (mass, discount) = (side.infinite, 0.0)
    let reference = Double(first + side.masses.count / 2) * interval
    let (tilting, falling) = (Elementary.exp(tilt * interval), Elementary.exp(-interval))
    let rising = Elementary.exp(interval)
    var (scale, up, down) = (0.0, 0.0, 0.0)
    var untilFresh = 0
    for place in stride(from: side.masses.count - 1, through: 0, by: -1) {
      let loss = Double(first + place) * interval
      if untilFresh == 0 {
        scale = Elementary.exp(side.logMoment - tilt * loss)
        (up, down) = (Elementary.exp(reference - loss), Elementary.exp(loss - reference))
        untilFresh = Self.fresh
      }
      let allowed = delta - side.sign * side.error * scale
      if mass - down * discount > allowed {
        // Of losses beyond the window only the error bound speaks.
        guard discount > 0 else { return .infinity }
        // The error bound at the interval's lower end holds throughout.
        let root = reference + Elementary.log((mass - allowed) / discount)
        return max(0, min(max(root, loss), loss + interval))
      }
      if loss <= 0 { return 0 }
      mass += side.masses[place] * scale
      discount += side.masses[place] * scale * up
      scale *= tilting
      (up, down) = (up * rising, down * falling)
      untilFresh -= 1
    }
    return nil
  }

  /// After so many multiplications an exponential is made anew.
  private static let fresh = 64
}
