import Maths

/// Adds up Rényi differential privacy over a list of orders.
///
/// Never below the truth, and the looser of the two accountants: for a quick answer and for comparison.
///
/// - Source: Mironov, "Rényi differential privacy", CSF 2017, proposition 1.
public struct RenyiAccountant: Sendable {
  /// The orders looked at, above 1.
  public let orders: [Double]
  /// The sum of the divergences, one an order; nats.
  public let divergences: [Double]

  /// 1.1 to 10.9 in tenths, 11 to 63 by ones, and four beyond.
  public static let usualOrders =
    (1..<100).map { 1 + Double($0) / 10 } + (11...63).map(Double.init) + [128, 256, 512, 1024]

  public init(_ releases: [Release], orders: [Double] = usualOrders) throws(PrivacyError) {
    try Release.check(releases)
    if let order = orders.first(where: { !($0 > 1 && $0.isFinite) }) {
      throw .outOfRange(name: "an order", value: order, needed: "a finite number above 1")
    }
    self.orders = orders
    divergences = orders.map { order in
      releases.reduce(0) { $0 + Double($1.steps) * $1.mechanism.divergence(order: order) }
    }
  }

  /// The least epsilon over the orders, and the order that gives it; infinite where none gives any.
  public func epsilon(delta: Double) throws(PrivacyError) -> (epsilon: Double, order: Double) {
    try PrivacyError.check(delta: delta)
    var best = (epsilon: Double.infinity, order: orders.first ?? 2)
    for (order, divergence) in zip(orders, divergences) {
      let epsilon = RenyiConversion.epsilon(order: order, divergence: divergence, delta: delta)
      if epsilon < best.epsilon { best = (epsilon, order) }
    }
    return (max(0, best.epsilon), best.order)
  }
}
