import Foundation
import Privacy
import Testing

@Suite("The loss accountant")
struct LossAccountantTests {
  /// Ours less the reference, over the reference, row by row.
  private static func differences(_ key: String, where isWanted: (Golden.Row) -> Bool = { _ in true }) throws
    -> [(row: Golden.Row, bounds: EpsilonBounds, upper: Double, lower: Double)]
  {
    try Golden.rows("poisson_gaussian").filter { $0[key] is Double && isWanted($0) }.map { row in
      let mechanism = Mechanism.gaussian(noise: try row.number("sigma"), rate: try row.number("q"))
      let bounds = try LossAccountant([Release(mechanism, steps: try row.whole("steps"))])
        .epsilon(delta: try row.number("delta"))
      let reference = try row.number(key)
      return (row, bounds, bounds.pessimistic / reference - 1, bounds.optimistic / reference - 1)
    }
  }

  @Test("meets the finest references of the sampled Gaussian and lies between their bounds")
  func fine() throws {
    let rows = try Self.differences("eps_pld_fine")
    #expect(rows.count == 20)
    for (row, bounds, upper, lower) in rows {
      #expect(abs(upper) < 2e-4 && abs(lower) < 1e-3, "\(row) \(bounds)")
      // The reference is an upper bound itself, and its own lower one is loose.
      #expect(bounds.optimistic <= (try row.number("eps_pld_fine")))
      #expect(bounds.pessimistic >= (try row.number("eps_pld_fine_optimistic")))
    }
  }

  @Test("meets the references at the usual interval, which lie up to 1.5 % too high")
  func usual() throws {
    let rows = try Self.differences("eps_pld")
    #expect(rows.count > 90)
    for (row, bounds, upper, lower) in rows {
      #expect(upper > -0.015 && upper < 5e-4 && lower < 1e-9, "\(row) \(bounds)")
      #expect(bounds.optimistic >= bounds.pessimistic * (1 - 5e-3) - 1e-12, "\(row) \(bounds)")
      #expect(bounds.pessimistic >= (try row.number("eps_pld_optimistic")), "\(row) \(bounds)")
    }
  }

  @Test("lies within the other accountant's own error of it", arguments: [0.01, 0.05])
  func other(rate: Double) throws {
    for (row, bounds, _, _) in try Self.differences("eps_prv_opacus", where: { $0["q"] as? Double == rate }) {
      let excess = try row.number("eps_prv_opacus") - bounds.pessimistic
      #expect(excess > 0 && excess < 0.0115, "\(row) \(bounds)")
    }
  }

  @Test("is exact for a Gaussian on all records, composed or not")
  func gaussian() throws {
    let parts = [Release(.gaussian(noise: 3, rate: 1), steps: 9), Release(.gaussian(noise: 2, rate: 1), steps: 12)]
    let exact = try GaussianMechanism(noise: 0.5).epsilon(delta: 1e-6)
    let bounds = try LossAccountant(parts).epsilon(delta: 1e-6)
    #expect(abs(bounds.pessimistic / exact - 1) < 1e-13 && bounds.optimistic == bounds.pessimistic)
  }

  @Test("meets the references of Laplace noise, and adds up at most")
  func laplace() throws {
    for row in try Golden.rows("laplace") where try row.number("delta") > 0 {
      let (scale, delta) = (try row.number("scale"), try row.number("delta"))
      let bounds = try LossAccountant([Release(.laplace(scale: scale), steps: try row.whole("k"))])
        .epsilon(delta: delta)
      #expect(abs(bounds.pessimistic / (try row.number("eps_pld")) - 1) < 2e-5, "\(row) \(bounds)")
      // The largest loss has a mass of its own, which the lower bound counts one cell lower.
      let gap = 1.05 * LossAccountant.widest * Double(try row.whole("k"))
      #expect(bounds.pessimistic - bounds.optimistic < gap, "\(row) \(bounds)")
      #expect(bounds.pessimistic <= (try row.number("eps_basic")))
      if try row.whole("k") == 1 {
        let exact = try LaplaceMechanism(scale: scale).epsilon(delta: delta)
        #expect(bounds.optimistic <= exact && bounds.pessimistic >= exact && bounds.pessimistic - exact < 1e-8)
      }
    }
  }

  @Test("composes unlike mechanisms: parts of one mechanism give what it gives whole")
  func parts() throws {
    let whole = try LossAccountant([Release(.gaussian(noise: 1.5, rate: 0.02), steps: 500)]).epsilon(delta: 1e-5)
    let nearly = Release(.gaussian(noise: 1.5 * (1 + 1e-9), rate: 0.02), steps: 300)
    let parts = try LossAccountant([Release(.gaussian(noise: 1.5, rate: 0.02), steps: 200), nearly])
      .epsilon(delta: 1e-5)
    #expect(abs(whole.pessimistic / parts.pessimistic - 1) < 1e-6)
    #expect(parts.optimistic <= whole.pessimistic && whole.optimistic <= parts.pessimistic)
  }

  @Test("costs more with each release, and less than all alone")
  func unlike() throws {
    let training = Release(.gaussian(noise: 1, rate: 0.01), steps: 1_000)
    let counts = Release(.laplace(scale: 4), steps: 3)
    let sum = Release(.gaussian(noise: 5, rate: 1))
    var before = 0.0
    for releases in [[training], [training, counts], [training, counts, sum]] {
      let bounds = try LossAccountant(releases).epsilon(delta: 1e-6)
      #expect(bounds.optimistic > before && bounds.pessimistic >= bounds.optimistic)
      before = bounds.pessimistic
    }
    let alone = try [training, counts, sum].map { try LossAccountant([$0]).epsilon(delta: 1e-6 / 3).pessimistic }
    #expect(before < alone.reduce(0, +))
  }

  @Test("a coarser grid only widens the bounds", arguments: [1e-2, 1e-3, 1e-5])
  func intervals(interval: Double) throws {
    let releases = [Release(.gaussian(noise: 1, rate: 0.01), steps: 1_000)]
    let finest = try LossAccountant(releases, interval: 2e-5).epsilon(delta: 1e-5)
    let bounds = try LossAccountant(releases, interval: interval).epsilon(delta: 1e-5)
    #expect(bounds.pessimistic >= finest.optimistic && bounds.optimistic <= finest.pessimistic)
  }

  @Test("needs no epsilon where delta alone covers all")
  func free() throws {
    let bounds = try LossAccountant([Release(.gaussian(noise: 50, rate: 0.001), steps: 10)]).epsilon(delta: 1e-2)
    #expect(bounds == EpsilonBounds(pessimistic: 0, optimistic: 0))
  }

  static let extremes = [
    Release(.gaussian(noise: 1e-3, rate: 0.5), steps: 3), Release(.gaussian(noise: 1e6, rate: 1e-6), steps: 1_000),
    Release(.gaussian(noise: 1, rate: 1e-9), steps: 1_000_000), Release(.laplace(scale: 1e-3), steps: 2),
    Release(.gaussian(noise: 0.3, rate: 0.999), steps: 50),
    Release(.gaussian(noise: 20, rate: 0.01), steps: 10_000_000),
  ]

  @Test("holds at the edges of what it takes", arguments: extremes)
  func edges(release: Release) throws {
    let bounds = try LossAccountant([release]).epsilon(delta: 1e-6)
    let renyi = try RenyiAccountant([release]).epsilon(delta: 1e-6).epsilon
    #expect(bounds.optimistic >= 0 && bounds.optimistic <= bounds.pessimistic)
    #expect(bounds.pessimistic <= renyi * (1 + 1e-3) + 1e-6, "\(bounds) \(renyi)")
  }
}
