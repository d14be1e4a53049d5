import Maths

/// Masses on a grid, times e^(tilt loss), scaled to sum to 1: what is rare becomes usual.
///
/// A sum of many losses that lies at the epsilon sought is found in the middle of the tilted distribution, where the
/// rounding of a Fourier transform does not hurt, in place of far out in a tail.
///
/// - Source: for a bound by tilting, Gopi, Lee and Wutschitz, "Numerical composition of differential privacy", NeurIPS
///   2021, and Sommer, Meiser and Mohammadi, "Privacy loss classes", PETS 2019.
struct TiltedLosses {
  let masses: [Double]
  /// ln of the sum of e^(tilt loss) over the untilted masses.
  let logMoment: Double
  /// Of the place in ``masses``, under them.
  let mean: Double
  let variance: Double

  init(_ untilted: [Double], lowest: Int, interval: Double, tilt: Double) {
    let weights = GeometricWeights(rate: tilt * interval)
    let highest = untilted.count - 1
    var (masses, sum) = weights.weighted(untilted, reference: highest)
    let scale = sum > 0 ? 1 / sum : 0
    var (first, second) = (0.0, 0.0)
    for place in masses.indices {
      masses[place] *= scale
      first += masses[place] * Double(place)
    }
    for place in masses.indices {
      let distance = Double(place) - first
      second += masses[place] * distance * distance
    }
    self.masses = masses
    logMoment = sum > 0 ? Elementary.log(sum) + tilt * interval * Double(lowest + highest) : -.infinity
    mean = first
    variance = second
  }

  /// A weight beyond could overflow.
  static let mostExponent = 700.0

  /// ln of the sum of e^(rate (place - mean)) over the masses.
  func cumulant(rate: Double) -> Double {
    guard abs(rate) * Double(masses.count) <= Self.mostExponent else { return .infinity }
    return Elementary.log(GeometricWeights(rate: rate).sum(masses, reference: mean))
  }
}
