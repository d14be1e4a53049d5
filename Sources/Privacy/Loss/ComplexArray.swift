/// Complex numbers, real and imaginary parts apart.
struct ComplexArray {
  var real: [Double]
  var imaginary: [Double]

  init(zeros count: Int) {
    real = [Double](repeating: 0, count: count)
    imaginary = real
  }

  /// The root of the sum of the squared sizes.
  var norm: Double {
    var squares = 0.0
    for place in real.indices { squares += real[place] * real[place] + imaginary[place] * imaginary[place] }
    return squares.squareRoot()
  }

  mutating func scale(by factor: Double) {
    for place in real.indices {
      real[place] *= factor
      imaginary[place] *= factor
    }
  }

  func read(_ body: (UnsafeBufferPointer<Double>, UnsafeBufferPointer<Double>) -> Void) {
    real.withUnsafeBufferPointer { real in imaginary.withUnsafeBufferPointer { body(real, $0) } }
  }

  mutating func write(_ body: (UnsafeMutableBufferPointer<Double>, UnsafeMutableBufferPointer<Double>) -> Void) {
    real.withUnsafeMutableBufferPointer { real in
      imaginary.withUnsafeMutableBufferPointer { body(real, $0) }
    }
  }
}

/// A complex number.
struct Complex {
  var re: Double
  var im: Double

  /// The squared size.
  @inline(__always)
  var square: Double { re * re + im * im }

  @inline(__always)
  static func * (a: Complex, b: Complex) -> Complex {
    Complex(re: a.re * b.re - a.im * b.im, im: a.re * b.im + a.im * b.re)
  }

  /// The spectra of two real sequences from that of first + i second, at a frequency and at its opposite.
  @inline(__always)
  static func parted(_ re: Double, _ im: Double, _ oppositeRe: Double, _ oppositeIm: Double) -> (Complex, Complex) {
    (
      Complex(re: 0.5 * (re + oppositeRe), im: 0.5 * (im - oppositeIm)),
      Complex(re: 0.5 * (im + oppositeIm), im: 0.5 * (oppositeRe - re))
    )
  }

  /// To a whole power of 1 or more by squaring; 0 where the squared size is at most `least`.
  @inline(__always)
  func power(_ exponent: Int, least: Double) -> Complex {
    guard square > least else { return Complex(re: 0, im: 0) }
    var rest = exponent
    var base = self
    while rest & 1 == 0 {
      base = base * base
      rest >>= 1
    }
    var result = base
    rest >>= 1
    while rest > 0 {
      base = base * base
      if rest & 1 == 1 { result = result * base }
      rest >>= 1
    }
    return result
  }
}
