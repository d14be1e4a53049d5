import CKernels
import Maths
import Testing

/// Loops over normals and logarithms: the bits of the functions that take one number.
@Suite("Densities of many records")
struct DensityTests {
  /// No multiple of any lane count.
  static let count = 1003
  static let paths = KernelPath.allCases.filter(\.isSupported)

  private static func spread(_ seed: UInt64) -> [Double] {
    numbers(count, seed: seed).map { Elementary.exp(Double($0) * 60) }
  }

  @Test("take logarithms to the bit as the function of one number does", arguments: paths)
  func logarithms(path: KernelPath) {
    let values = Self.spread(1) + numbers(Self.count, seed: 2).map { 1 + Double($0) * 0x1p-10 } + [1, 2, 1e-300, 1e308]
    var found = values + [.infinity]
    rk_logs(path.code, found.count, &found)
    #expect(found == values.map(Elementary.log) + [.infinity])
    #expect(Elementary.logs([.nan])[0].isNaN)
  }

  @Test("compare two normals as their densities do, on every path", arguments: paths)
  func ratios(path: KernelPath) {
    let values = numbers(Self.count, seed: 3).map { Double($0) * 9 }
    let (means, others) = (numbers(Self.count, seed: 4).map(Double.init), numbers(Self.count, seed: 5).map(Double.init))
    let (deviations, widths) = (Self.spread(6), Self.spread(7))
    var found = [Double](repeating: 0, count: Self.count)
    means.withUnsafeBufferPointer { means in
      others.withUnsafeBufferPointer { others in
        deviations.withUnsafeBufferPointer { deviations in
          widths.withUnsafeBufferPointer { widths in
            rk_density_ratio(
              path.code, Self.count, values,
              rk_normals(means: means.baseAddress, deviations: deviations.baseAddress, floor: 1e-30),
              rk_normals(means: others.baseAddress, deviations: widths.baseAddress, floor: 1e-30), &found)
          }
        }
      }
    }
    let wanted = values.indices.map { record in
      Normal(mean: means[record], deviation: deviations[record] + 1e-30).logDensity(values[record])
        - Normal(mean: others[record], deviation: widths[record] + 1e-30).logDensity(values[record])
    }
    #expect(found == wanted)
    let normals = Normals(means: means, deviations: deviations, floor: 1e-30)
    let wide = Normals(means: others, deviations: widths, floor: 1e-30)
    #expect(normals.logDensityRatios(values, over: wide) == wanted)
  }
}
