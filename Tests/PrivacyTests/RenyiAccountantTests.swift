import Privacy
import Testing

@Suite("The Rényi accountant")
struct RenyiAccountantTests {
  @Test("meets the reference divergences at whole orders; at others it lies below theirs, which are bounds")
  func divergences() throws {
    var compared = 0
    for row in try Golden.rows("rdp_values") {
      let mechanism = Mechanism.gaussian(noise: try row.number("sigma"), rate: try row.number("q"))
      let orders = try #require(row["orders"] as? [Double])
      let references = try #require(row["rdp"] as? [Any])
      for (order, reference) in zip(orders, references) {
        let found = mechanism.divergence(order: order)
        #expect(found > 0 && found.isFinite)
        guard let reference = reference as? Double else { continue }
        let difference = found / reference - 1
        let isWhole = order == order.rounded() || mechanism == .gaussian(noise: try row.number("sigma"), rate: 1)
        #expect(difference < 1e-9 && (!isWhole || difference > -1e-9), "\(mechanism) \(order) \(found) \(reference)")
        compared += 1
      }
    }
    #expect(compared > 140)
  }

  /// By scipy.integrate.quad to 1e-12, another rule than ours.
  static let integrals = [
    (rate: 0.05, noise: 0.7, order: 1.5, divergence: 0.01023962192167768),
    (0.05, 0.7, 2.5, 0.027296006851599053), (0.01, 0.7, 2.5, 0.0009098691962844564),
    (0.01, 2, 1.5, 2.12690093584679e-05),
  ]

  @Test("meets an adaptive quadrature at fractional orders", arguments: integrals)
  func fractions(rate: Double, noise: Double, order: Double, divergence: Double) {
    let found = Mechanism.gaussian(noise: noise, rate: rate).divergence(order: order)
    #expect(abs(found / divergence - 1) < 1e-11)
  }

  @Test("meets Opacus' epsilons over its orders, and is never above dp-accounting's")
  func epsilons() throws {
    let orders = (1..<100).map { 1 + Double($0) / 10 } + (12...63).map(Double.init)
    for row in try Golden.rows("poisson_gaussian") {
      let mechanism = Mechanism.gaussian(noise: try row.number("sigma"), rate: try row.number("q"))
      let release = Release(mechanism, steps: try row.whole("steps"))
      let delta = try row.number("delta")
      if let reference = row["eps_rdp_opacus"] as? Double {
        let found = try RenyiAccountant([release], orders: orders).epsilon(delta: delta).epsilon
        #expect(abs(found / reference - 1) < 1e-9, "\(row) \(found)")
      }
      if let reference = row["eps_rdp"] as? Double {
        let found = try RenyiAccountant([release]).epsilon(delta: delta)
        let difference = found.epsilon / reference - 1
        #expect(difference < 1e-9, "\(row) \(found)")
        if found.order == found.order.rounded() || mechanism == .gaussian(noise: try row.number("sigma"), rate: 1) {
          #expect(difference > -1e-9, "\(row) \(found)")
        }
      }
    }
  }

  @Test("is never below the loss accountant's lower bound")
  func above() throws {
    for (noise, rate, steps) in [(0.7, 0.01, 100), (1, 0.05, 1_000), (4, 0.001, 10_000)] {
      let releases = [Release(.gaussian(noise: noise, rate: rate), steps: steps)]
      let tight = try LossAccountant(releases).epsilon(delta: 1e-5)
      #expect(try RenyiAccountant(releases).epsilon(delta: 1e-5).epsilon >= tight.optimistic)
    }
  }

  @Test("meets the references of Laplace noise")
  func laplace() throws {
    for row in try Golden.rows("laplace") {
      guard let reference = row["eps_rdp"] as? Double else { continue }
      let release = Release(.laplace(scale: try row.number("scale")), steps: try row.whole("k"))
      let found = try RenyiAccountant([release]).epsilon(delta: try row.number("delta")).epsilon
      #expect(abs(found / reference - 1) < 1e-6, "\(row) \(found)")
    }
  }

  @Test("bounds fractional orders from above at little noise")
  func chord() {
    let mechanism = Mechanism.gaussian(noise: 0.04, rate: 0.1)
    let orders = [2, 2.3, 2.6, 3.0]
    let found = orders.map { mechanism.divergence(order: $0) }
    #expect(zip(found, found.dropFirst()).allSatisfy { $0 < $1 })
  }
}
