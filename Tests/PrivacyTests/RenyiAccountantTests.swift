import Privacy
import Testing

@Suite("The Rényi accountant")
struct RenyiAccountantTests {
  @Test("meets the reference divergences of one step, at whole and at fractional orders")
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
        #expect(abs(found / reference - 1) < 1e-9, "\(mechanism) \(order) \(found) \(reference)")
        compared += 1
      }
    }
    #expect(compared > 140)
  }

  @Test("meets the reference epsilons")
  func epsilons() throws {
    for row in try Golden.rows("poisson_gaussian") {
      guard let reference = row["eps_rdp"] as? Double else { continue }
      let mechanism = Mechanism.gaussian(noise: try row.number("sigma"), rate: try row.number("q"))
      let found = try RenyiAccountant([Release(mechanism, steps: try row.whole("steps"))])
        .epsilon(delta: try row.number("delta"))
      #expect(abs(found.epsilon - reference) <= 1e-9 * reference, "\(row) \(found)")
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
