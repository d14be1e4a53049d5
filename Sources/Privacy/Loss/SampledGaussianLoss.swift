import Maths

/// The loss of a Gaussian sum over a Poisson sample, N(0, noise) beside (1 - rate) N(0, noise) + rate N(1, noise).
struct SampledGaussianLoss: PrivacyLoss {
  let noise: Double
  let rate: Double
  /// Whether P has the record, so that it is removed; else Q has it.
  let isRemoval: Bool

  func range(exponent: Double) -> ClosedRange<Double> {
    let reach = noise * (2 * exponent).squareRoot()
    return isRemoval
      ? removalLoss(-reach)...removalLoss(1 + reach) : (-removalLoss(reach))...(-removalLoss(-reach))
  }

  func tails(at loss: Double) -> LossTails {
    let x = threshold(isRemoval ? loss : -loss)
    let (without, moved) = (Split(x / noise), Split((x - 1) / noise))
    let withUpper = (1 - rate) * without.upper + rate * moved.upper
    let withLower = (1 - rate) * without.lower + rate * moved.lower
    return isRemoval
      ? LossTails(upperP: withUpper, lowerP: withLower, upperQ: without.upper, lowerQ: without.lower)
      : LossTails(upperP: without.lower, lowerP: without.upper, upperQ: withLower, lowerQ: withUpper)
  }

  /// By the trapezium rule under P.
  var spread: Double {
    let step = 0.1 * noise
    let first = Int((-8 * noise / step).rounded(.down))
    let last = Int(((1 + 8 * noise) / step).rounded(.up))
    // At little noise the step is small beside the 1 between the two centres.
    let stride = max(1, (last - first) / 4_000)
    var (mass, sum, squares) = (0.0, 0.0, 0.0)
    for index in Swift.stride(from: first, through: last, by: stride) {
      let x = Double(index) * step
      let loss = removalLoss(x)
      let base = -0.5 * (x / noise) * (x / noise)
      let density = Elementary.exp(isRemoval ? base + loss : base)
      mass += density
      sum += density * loss
      squares += density * loss * loss
    }
    let mean = sum / mass
    return max(0, squares / mass - mean * mean).squareRoot()
  }

  /// ln of (1 - rate) + rate e^((2 x - 1) / (2 noise^2)): rises with x.
  private func removalLoss(_ x: Double) -> Double {
    let power = (x - 0.5) / (noise * noise)
    if rate == 1 { return power }
    if power > 30 { return power + Elementary.log(rate) + Elementary.log1p((1 - rate) / rate * Elementary.exp(-power)) }
    return Elementary.log1p(rate * Elementary.expm1(power))
  }

  /// Where the removal's loss is this: -infinity where no x has so small a one.
  private func threshold(_ loss: Double) -> Double {
    let square = noise * noise
    if rate == 1 { return square * loss + 0.5 }
    if loss > 30 {
      return square * (loss - Elementary.log(rate) + Elementary.log1p(-(1 - rate) * Elementary.exp(-loss))) + 0.5
    }
    let excess = Elementary.expm1(loss) / rate
    return excess > -1 ? square * Elementary.log1p(excess) + 0.5 : -.infinity
  }

  /// The standard normal's mass on both sides; only the smaller is computed.
  private struct Split {
    let upper: Double
    let lower: Double

    @inline(__always)
    init(_ z: Double) {
      if z > 0 {
        upper = Normal.standard.survival(z)
        lower = 1 - upper
      } else {
        lower = Normal.standard.survival(-z)
        upper = 1 - lower
      }
    }
  }
}
