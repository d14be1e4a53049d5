import Maths

/// From Rényi differential privacy to epsilon and delta.
///
/// - Source: Canonne, Kamath and Steinke, "The discrete Gaussian for differential privacy", NeurIPS 2020,
///   proposition 12; Balle et al., "Hypothesis testing interpretations and Rényi differential privacy", AISTATS 2020,
///   theorem 21.
enum RenyiConversion {
  /// Below this order the bound is lost to rounding.
  static let leastOrder = 1.01

  static func epsilon(order: Double, divergence: Double, delta: Double) -> Double {
    // The divergence is at least the Kullback-Leibler one, which alone bounds delta (Bretagnolle and Huber).
    if delta * delta + Elementary.expm1(-divergence) > 0 { return 0 }
    return order > leastOrder ? bound(order: order, divergence: divergence, delta: delta) : .infinity
  }

  /// That of the order alone; may be below 0.
  static func bound(order: Double, divergence: Double, delta: Double) -> Double {
    divergence + Elementary.log1p(-1 / order)
      - (Elementary.log(delta) + Elementary.log(order)) / (order - 1)
  }
}
