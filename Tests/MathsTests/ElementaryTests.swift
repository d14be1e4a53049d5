import Foundation
import Maths
import Testing

/// Plain arithmetic against the C library, whose own error is below one unit in the last place.
@Suite("Elementary functions")
struct ElementaryTests {
  /// Arguments spread evenly over `range`.
  private static func arguments(_ range: ClosedRange<Double>, count: Int = 200_000) -> [Double] {
    var stream = Maths.Stream(seed: 11, stream: 0)
    return (0..<count).map { _ in range.lowerBound + (range.upperBound - range.lowerBound) * stream.uniform() }
  }

  /// The largest relative difference between two functions.
  private static func worst(
    of arguments: [Double], _ own: (Double) -> Double, _ theirs: (Double) -> Double
  ) -> Double {
    arguments.map { abs(own($0) - theirs($0)) / max(abs(theirs($0)), .leastNormalMagnitude) }.max() ?? .infinity
  }

  @Test("exp agrees with the C library within 2 units in the last place", arguments: [0.4, 40, 700])
  func exponential(range: Double) {
    #expect(Self.worst(of: Self.arguments(-range...range), Elementary.exp, Foundation.exp) < 4e-16)
  }

  @Test("log agrees with the C library within 2 units in the last place")
  func logarithm() {
    #expect(Self.worst(of: Self.arguments(0.5...2), Elementary.log, Foundation.log) < 4e-16)
    let wide = Self.arguments(-700...700).map { Foundation.exp($0) }
    #expect(Self.worst(of: wide, Elementary.log, Foundation.log) < 4e-16)
  }

  @Test("log1p and log10 agree with the C library")
  func variants() {
    let near = Self.arguments(-30...5).map { Foundation.exp($0) }
    #expect(Self.worst(of: near, Elementary.log1p, Foundation.log1p) < 5e-16)
    let below = Self.arguments(-30 ... -0.01).map { -Foundation.exp($0) }
    #expect(Self.worst(of: below, Elementary.log1p, Foundation.log1p) < 5e-16)
    #expect(Self.worst(of: near, Elementary.log10, Foundation.log10) < 7e-16)
  }

  @Test("the ends of the range are exact")
  func ends() {
    #expect(Elementary.exp(0) == 1 && Elementary.exp(-.infinity) == 0 && Elementary.exp(.infinity) == .infinity)
    #expect(Elementary.exp(-745) == Foundation.exp(-745) && Elementary.exp(709.7) < .infinity)
    #expect(Elementary.log(1) == 0 && Elementary.log(0) == -.infinity && Elementary.log(.infinity) == .infinity)
    #expect(Elementary.log(-1).isNaN && Elementary.exp(.nan).isNaN && Elementary.log1p(-1) == -.infinity)
    #expect(Elementary.log(.leastNonzeroMagnitude) == Foundation.log(.leastNonzeroMagnitude))
  }

  @Test("logSumExp neither overflows nor underflows, and is -infinity of nothing")
  func sums() {
    #expect(Elementary.logSumExp([1000, 1000]) == 1000 + Elementary.log(2))
    #expect(Elementary.logSumExp([-1000, -1000]) == -1000 + Elementary.log(2))
    #expect(Elementary.logSumExp([Double]()) == -.infinity)
    #expect(Elementary.logSumExp([-Double.infinity, 3]) == 3)
  }
}
