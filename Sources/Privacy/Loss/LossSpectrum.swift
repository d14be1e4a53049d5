import Maths

/// The spectrum of a sum of tilted losses, both bounds in one complex array, with bounds on its rounding.
struct LossSpectrum {
  private let transform: FourierTransform
  private var product: ComplexArray
  /// Bounds the error of both spectra, one value for each frequency and its opposite.
  private var errors: [Double]
  private var isEmpty = true

  /// Below e^-50 a spectrum to the power of the steps counts as 0.
  private static let lost = 50.0

  init(transform: FourierTransform) {
    self.transform = transform
    product = ComplexArray(zeros: transform.count)
    errors = [Double](repeating: 0, count: transform.count)
  }

  /// Multiplies by the spectrum of `part`, to the power of its steps.
  mutating func multiply(by part: TiltedPart) {
    var one = ComplexArray(zeros: transform.count)
    let mask = transform.count - 1
    for place in part.upper.masses.indices {
      one.real[place & mask] += part.upper.masses[place]
      one.imaginary[place & mask] += part.lower.masses[place]
    }
    let norm = one.norm
    transform.forward(&one)
    // Any one value may carry the error of all, and each factor adds that of its multiplication.
    let error = transform.relativeError * norm * Double(transform.count).squareRoot() + 4 * 0x1p-53
    raise(one, Factor(steps: part.steps, error: error))
    isEmpty = false
  }

  /// How a step's spectrum is raised to a power.
  private struct Factor {
    let steps: Int
    /// Of one step's spectrum.
    let error: Double
    /// |z|^2 below which the power counts as 0.
    let least: Double
    /// The error where it does.
    let lostError: Double

    init(steps: Double, error: Double) {
      self.steps = Int(steps)
      self.error = steps * error
      least = steps > 1 ? Elementary.exp(-2 * lost / steps) : 0
      let size = Elementary.exp(-lost / steps) + error
      lostError = Elementary.exp(-lost) + self.error * Elementary.exp((steps - 1) * Elementary.log(size))
    }

    /// Bounds |x^T - z^T| for |x - z| up to the error of one: T error (|z| + error)^(T - 1).
    func error(size: Double, power: Double) -> Double {
      guard steps > 1 else { return error }
      return error * power / size * Elementary.exp(min(600, error / size))
    }
  }

  private mutating func raise(_ one: ComplexArray, _ factor: Factor) {
    let isFirst = isEmpty
    one.read { re, im in
      product.write { productRe, productIm in
        for place in 0..<transform.count {
          let other = FourierTransform.opposite(place)
          guard place <= other else { continue }
          let (a, b) = Complex.parted(re[place], im[place], re[other], im[other])
          var (upper, lower) = (a.power(factor.steps, least: factor.least), b.power(factor.steps, least: factor.least))
          let (sizeA, sizeB) = (a.square, b.square)
          var error = factor.lostError
          if sizeA > factor.least { error = factor.error(size: sizeA.squareRoot(), power: upper.square.squareRoot()) }
          if sizeB > factor.least {
            error = max(error, factor.error(size: sizeB.squareRoot(), power: lower.square.squareRoot()))
          }
          if !isFirst {
            let (c, d) = Complex.parted(productRe[place], productIm[place], productRe[other], productIm[other])
            let before = max(c.square, d.square).squareRoot() + errors[place]
            error = before * error + errors[place] * max(upper.square, lower.square).squareRoot()
            (upper, lower) = (upper * c, lower * d)
          }
          errors[place] = error
          (productRe[place], productIm[place]) = (upper.re - lower.im, upper.im + lower.re)
          (productRe[other], productIm[other]) = (upper.re + lower.im, lower.re - upper.im)
        }
      }
    }
  }

  /// The sum's masses, those of the upper bound in the real parts, and a bound on the sum of the sizes of their errors.
  consuming func masses() -> (values: ComplexArray, error: Double) {
    var squares = 0.0
    for place in errors.indices {
      let error = errors[min(place, FourierTransform.opposite(place))]
      squares += error * error
    }
    // The sum of n sizes is at most sqrt(n) times their norm, and an inverse divides the norm by sqrt(n).
    let error = squares.squareRoot() + transform.relativeError * product.norm
    transform.inverse(&product)
    product.scale(by: 1 / Double(transform.count))
    return (product, error)
  }
}
