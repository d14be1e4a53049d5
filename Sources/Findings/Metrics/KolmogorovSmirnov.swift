import Maths

/// Whether p-values are uniform, as they are where nothing leaks.
///
/// The p-values must be continuous: scores with ties give p-values that only look far from uniform, so break ties at
/// random first.
///
/// - Source: Kolmogorov, 1933; the tail with Stephens' correction for small counts, Journal of the American
///   Statistical Association 69, 1974, accurate to about 0.001 from 5 values on.
public struct KolmogorovSmirnov: Equatable, Sendable {
  /// The largest distance between the shares of p-values and the uniform.
  public let distance: Double
  /// Of as large a distance where they are uniform.
  public let p: Double

  /// - Parameter values: p-values in 0...1, one or more.
  public init(uniform values: [Double]) {
    precondition(!values.isEmpty && values.allSatisfy { 0...1 ~= $0 }, "p-values lie in 0 to 1")
    let count = Double(values.count)
    let distance = values.sorted().enumerated().reduce(0.0) { largest, next in
      max(largest, next.element - Double(next.offset) / count, Double(next.offset + 1) / count - next.element)
    }
    let root = count.squareRoot()
    let scaled = (root + 0.12 + 0.11 / root) * distance
    self.distance = distance
    p = Self.tail(scaled)
  }

  private static func tail(_ x: Double) -> Double {
    // Below 0.3 the alternating series converges too slowly, and the value is 1 to nine digits.
    guard x >= 0.3 else { return 1 }
    let sum = (1...50).reduce(0.0) { sum, k in
      let term = Elementary.exp(-2 * Double(k * k) * x * x)
      return k % 2 == 1 ? sum + term : sum - term
    }
    return max(0, min(1, 2 * sum))
  }
}
