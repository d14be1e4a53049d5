import CKernels
package import Maths

/// Where private training takes its coins and its noise from.
package enum NoiseSource {
  /// The counter-based generator: the same seed, the same training. Its promise holds against those who lack the seed.
  case counted(Maths.Stream)
  /// The system's cryptographic generator: no run repeats another.
  case system(SystemRandomNumberGenerator)

  /// The next number in [0, 1).
  mutating func uniform() -> Double {
    switch self {
    case .counted(var stream):
      defer { self = .counted(stream) }
      return stream.uniform()
    case .system(var generator): return Double(generator.next() >> 11) * 0x1p-53
    }
  }

  /// The next whole number in `0..<bound`.
  mutating func below(_ bound: Int) -> Int { min(Int(uniform() * Double(bound)), bound - 1) }

  /// Adds `scale` times independent standard normals.
  package mutating func addNormals(_ count: Int, scale: Float, to values: Floats, path: KernelPath) {
    switch self {
    case .counted(var stream):
      let word = stream.next()
      self = .counted(stream)
      rk_add_normals(
        path.code, count, UInt32(truncatingIfNeeded: word), UInt32(truncatingIfNeeded: word >> 32), scale, values)
    case .system(var generator):
      let standard = Normal(mean: 0, deviation: 1)
      for index in 0..<count {
        // The inverse of the distribution, of a uniform that is neither 0 nor 1.
        let uniform = (Double(generator.next() >> 12) + 0.5) * 0x1p-52
        values[index] += scale * Float(standard.quantile(uniform))
      }
    }
  }
}
