import Maths

/// The spectrum of a sum of tilted losses, both bounds in one complex array, with a bound on its rounding.
struct LossSpectrum {
  private let transform: FourierTransform
  private var product: ComplexArray
  private var isEmpty = true
  /// Steps times the norm of the error of one step's spectrum, summed.
  private var stepErrors = 0.0
  private var steps = 0.0

  /// Below e^-50 a spectrum to the power of the steps counts as 0.
  private static let lost = 50.0

  init(transform: FourierTransform) {
    self.transform = transform
    product = ComplexArray(zeros: transform.count)
  }

  /// Multiplies by the spectrum of `part`, to the power of its steps.
  mutating func multiply(by part: TiltedPart) {
    var one = ComplexArray(zeros: transform.count)
    let mask = transform.count - 1
    for place in part.upper.masses.indices {
      one.real[place & mask] += part.upper.masses[place]
      one.imaginary[place & mask] += part.lower.masses[place]
    }
    stepErrors += part.steps * transform.relativeError * one.norm * Double(transform.count).squareRoot()
    steps += part.steps
    transform.forward(&one)
    let least = part.steps > 1 ? Elementary.exp(-2 * Self.lost / part.steps) : 0
    raise(one, steps: Int(part.steps), least: least)
    isEmpty = false
  }

  private mutating func raise(_ one: ComplexArray, steps: Int, least: Double) {
    let isFirst = isEmpty
    one.read { re, im in
      product.write { productRe, productIm in
        for place in 0..<transform.count {
          let other = FourierTransform.opposite(place)
          guard place <= other else { continue }
          let (a, b) = Complex.parted(re[place], im[place], re[other], im[other])
          var (upper, lower) = (a.power(steps, least: least), b.power(steps, least: least))
          if !isFirst {
            let (c, d) = Complex.parted(productRe[place], productIm[place], productRe[other], productIm[other])
            (upper, lower) = (upper * c, lower * d)
          }
          (productRe[place], productIm[place]) = (upper.re - lower.im, upper.im + lower.re)
          (productRe[other], productIm[other]) = (upper.re + lower.im, lower.re - upper.im)
        }
      }
    }
  }

  /// The sum's masses, those of the upper bound in the real parts, and a bound on the sum of the sizes of their errors.
  ///
  /// A spectrum of masses is at most 1, so a product's error is at most the sum of its factors', which grows by
  /// (1 + error) a step; each multiplication rounds by 3 units at most. The sizes of n values sum to at most sqrt(n)
  /// times their norm, by which an inverse transform divides.
  consuming func masses() -> (values: ComplexArray, error: Double) {
    let norm = product.norm
    let lost = Elementary.exp(-Self.lost) * Double(transform.count).squareRoot()
    let powers = stepErrors * Elementary.exp(min(stepErrors, 600)) + lost
    let error = powers + (4 * 0x1p-53 * steps + transform.relativeError) * norm
    transform.inverse(&product)
    product.scale(by: 1 / Double(transform.count))
    return (product, error)
  }
}
