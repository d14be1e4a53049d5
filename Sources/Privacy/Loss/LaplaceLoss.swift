import Maths

/// The loss of Laplace noise on a value that moves by 1: from -1/scale to 1/scale, with a mass at both ends.
struct LaplaceLoss: PrivacyLoss {
  let scale: Double

  func range(exponent: Double) -> ClosedRange<Double> { (-1 / scale)...(1 / scale) }

  var spread: Double { min(1 / scale, 1) }

  func tails(at loss: Double) -> LossTails {
    // Seen values below `x` have a larger loss.
    let end = 1 / scale
    let x = loss >= end ? -Double.infinity : loss < -end ? .infinity : 0.5 * (1 - loss * scale)
    let (p, q) = (sides(x), sides(x - 1))
    return LossTails(upperP: p.below, lowerP: p.above, upperQ: q.below, lowerQ: q.above)
  }

  private func sides(_ x: Double) -> (below: Double, above: Double) {
    let tail = 0.5 * Elementary.exp(-abs(x) / scale)
    return x < 0 ? (tail, 1 - tail) : (1 - tail, tail)
  }
}
