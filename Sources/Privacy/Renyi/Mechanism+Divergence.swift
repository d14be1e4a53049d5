import Maths

extension Mechanism {
  /// The Rényi divergence of one use, the larger of its two directions; nats.
  ///
  /// - Parameter order: Above 1.
  public func divergence(order: Double) -> Double {
    switch self {
    case .gaussian(let noise, rate: 1): return 0.5 * order / (noise * noise)
    case .gaussian(let noise, let rate):
      let moment = SampledGaussianMoment(noise: noise, rate: rate)
      return moment.logarithm(order: order) / (order - 1)
    case .laplace(let scale): return Self.laplaceDivergence(order: order, epsilon: 1 / scale)
    }
  }

  /// - Source: Mironov, "Rényi differential privacy", CSF 2017, proposition 6.
  private static func laplaceDivergence(order: Double, epsilon: Double) -> Double {
    let up = Elementary.log(order / (2 * order - 1)) + epsilon * (order - 1)
    let down = Elementary.log((order - 1) / (2 * order - 1)) - epsilon * order
    return min(epsilon, Elementary.logSumExp([up, down]) / (order - 1))
  }
}
