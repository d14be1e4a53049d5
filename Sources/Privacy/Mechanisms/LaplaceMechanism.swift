import Maths

/// Laplace noise on a value that one record moves by 1 at most: the exact trade of epsilon and delta.
public struct LaplaceMechanism: Equatable, Sendable {
  /// The scale of the noise, above 0.
  public let scale: Double

  public init(scale: Double) throws(PrivacyError) {
    guard scale > 0, scale.isFinite else {
      throw .outOfRange(name: "the scale", value: scale, needed: "a finite number above 0")
    }
    self.scale = scale
  }

  /// Epsilon at delta 0.
  public var epsilon: Double { 1 / scale }

  /// The least delta at this epsilon: 1 - e^((epsilon - 1/scale) / 2).
  ///
  /// - Source: Balle, Barthe and Gaboardi, "Privacy amplification by subsampling", NeurIPS 2018, theorem 3.
  public func delta(epsilon: Double) -> Double { max(0, -Elementary.expm1((epsilon - 1 / scale) / 2)) }

  /// The least epsilon, 0 or more, at this delta, 0 or more and below 1.
  public func epsilon(delta: Double) -> Double { max(0, 1 / scale + 2 * Elementary.log1p(-delta)) }
}
