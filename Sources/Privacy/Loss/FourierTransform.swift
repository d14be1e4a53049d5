import Maths

/// The discrete Fourier transform of complex numbers in two arrays, in place, its result in bit-reversed order.
///
/// A polynomial modulo x^n - 1 is split again and again into one modulo x^h - c and one modulo x^h + c, so that each
/// block needs one twiddle, the twiddles lie in one order for all levels, and nothing is ever permuted: the inverse
/// takes the bit-reversed order back. Blocks are finished depth first, for the sake of the cache. Nothing depends on
/// the C library's sine, so the bits are the same on every machine.
///
/// - Cost: O(n log n) time, n numbers for the twiddles.
/// - Source: Bernstein, "Multidigit multiplication for mathematicians", 2001, section 3; two levels are taken at once.
struct FourierTransform {
  /// A power of 4, or twice one, from 8.
  let count: Int
  /// Block i of a level splits by the turn vanDerCorput(i) / 2.
  private let cosines: [Double]
  private let sines: [Double]

  /// Bound on the error of a transform in the Euclidean norm, relative to that of its result.
  ///
  /// - Source: Higham, "Accuracy and stability of numerical algorithms", 2nd edition, theorem 24.2: below 7 unit
  ///   roundoffs a level with twiddles right to one.
  var relativeError: Double { 8 * 0x1p-53 * Double(count.trailingZeroBitCount) }

  /// - Precondition: `count` is a power of 2, 8 or more.
  init(count: Int) {
    precondition(count >= 8 && count & (count - 1) == 0, "a power of 2")
    self.count = count
    let half = count / 2
    let unused = Int.bitWidth - half.trailingZeroBitCount
    var cosines = [Double](repeating: 1, count: half)
    var sines = [Double](repeating: 0, count: half)
    for index in 1..<half {
      let reversed = Int(bitPattern: Self.reversed(UInt(index)) >> UInt(unused))
      (cosines[index], sines[index]) = Elementary.circle(reversed, of: count)
    }
    self.cosines = cosines
    self.sines = sines
  }

  private static func reversed(_ word: UInt) -> UInt {
    var w = word
    w = (w >> 1) & 0x5555_5555_5555_5555 | (w & 0x5555_5555_5555_5555) << 1
    w = (w >> 2) & 0x3333_3333_3333_3333 | (w & 0x3333_3333_3333_3333) << 2
    w = (w >> 4) & 0x0F0F_0F0F_0F0F_0F0F | (w & 0x0F0F_0F0F_0F0F_0F0F) << 4
    return w.byteSwapped
  }

  /// From natural to bit-reversed order; unscaled.
  func forward(_ values: inout ComplexArray) { run(&values) { $0.forward(0, $1, block: 0) } }

  /// From bit-reversed to natural order, each value `count` times what it was before ``forward(_:)``.
  func inverse(_ values: inout ComplexArray) { run(&values) { $0.inverse(0, $1, block: 0) } }

  private func run(_ values: inout ComplexArray, _ body: (FourierPass, Int) -> Void) {
    precondition(values.real.count == count && values.imaginary.count == count)
    values.write { real, imaginary in
      cosines.withUnsafeBufferPointer { cosines in
        sines.withUnsafeBufferPointer { sines in
          guard let re = real.baseAddress, let im = imaginary.baseAddress, let c = cosines.baseAddress,
            let s = sines.baseAddress
          else { return }
          body(FourierPass(re: re, im: im, cosines: c, sines: s), count)
        }
      }
    }
  }

  /// The place of the negative of the frequency at `place`, in bit-reversed order.
  ///
  /// Negating keeps the lowest set bit and turns those above it; reversed, it turns those below the highest.
  @inline(__always)
  static func opposite(_ place: Int) -> Int {
    guard place > 1 else { return place }
    let highest = 1 << (Int.bitWidth - 1 - place.leadingZeroBitCount)
    return 3 * highest - 1 - place
  }
}

/// Transforms that were made before.
struct FourierTransforms {
  private var made: [Int: FourierTransform] = [:]

  /// That of `count` numbers.
  subscript(count: Int) -> FourierTransform {
    mutating get {
      if let transform = made[count] { return transform }
      let transform = FourierTransform(count: count)
      made[count] = transform
      return transform
    }
  }
}
