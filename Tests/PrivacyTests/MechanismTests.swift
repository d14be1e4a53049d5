import Privacy
import Testing

@Suite("Mechanisms")
struct MechanismTests {
  @Test("Gaussian noise has the exact epsilon, and the least noise for one")
  func gaussian() throws {
    for row in try Golden.rows("gaussian_analytic") {
      let found = try GaussianMechanism(noise: try row.number("sigma")).epsilon(delta: try row.number("delta"))
      #expect(abs(found / (try row.number("epsilon")) - 1) < 1e-9, "\(row) \(found)")
    }
    for row in try Golden.rows("gaussian_sigma") {
      let found = try GaussianMechanism.noise(epsilon: try row.number("epsilon"), delta: try row.number("delta"))
      #expect(abs(found / (try row.number("sigma")) - 1) < 1e-9, "\(row) \(found)")
    }
  }

  @Test("a group is worth its sum of deltas, or with Gaussian noise its sum of shifts")
  func groups() throws {
    for row in try Golden.rows("group_privacy") {
      let found = try GroupPrivacy(
        epsilon: try row.number("epsilon"), delta: try row.number("delta"), size: try row.whole("k"))
      #expect(abs(found.epsilon / (try row.number("group_epsilon")) - 1) < 1e-14)
      #expect(abs(found.delta / min(1, try row.number("group_delta_sum")) - 1) < 1e-12)
      #expect(found.delta <= (try row.number("group_delta_loose")))
    }
    for row in try Golden.rows("group_gaussian_exact") {
      let noise = try row.number("sigma") / (try row.number("k"))
      let found = try GaussianMechanism(noise: noise).epsilon(delta: try row.number("delta"))
      #expect(abs(found / (try row.number("epsilon")) - 1) < 1e-9)
    }
  }

  @Test("concentrated privacy is converted as first published, and by the best order")
  func concentrated() throws {
    for row in try Golden.rows("zcdp") {
      let privacy = try ConcentratedPrivacy(rho: try row.number("rho"))
      let delta = try row.number("delta")
      #expect(abs(try privacy.classicEpsilon(delta: delta) / (try row.number("eps_classic")) - 1) < 1e-12)
      #expect(abs(try privacy.epsilon(delta: delta) / (try row.number("eps_cks_continuous_alpha")) - 1) < 1e-9)
      #expect(abs(privacy.gaussianNoise / (try row.number("gaussian_sigma_equiv")) - 1) < 1e-14)
      let exact = try GaussianMechanism(noise: privacy.gaussianNoise).epsilon(delta: delta)
      #expect(abs(exact / (try row.number("eps_gaussian_exact")) - 1) < 1e-9)
      #expect(exact <= (try privacy.epsilon(delta: delta)))
    }
  }

  @Test("concentrated privacy adds up")
  func sum() throws {
    let sum = try ConcentratedPrivacy(noise: 2) + ConcentratedPrivacy(rho: 0.5)
    #expect(sum.rho == 0.625)
  }

  @Test("the least noise for a target meets the references")
  func calibration() throws {
    for row in try Golden.rows("calibration") {
      let search = try NoiseSearch(epsilon: try row.number("target_epsilon"), delta: try row.number("delta"))
      let (rate, steps) = (try row.number("q"), try row.whole("steps"))
      let tight = try search.noise(rate: rate, steps: steps)
      // The references stop within 1e-4 of the least, and their grid of 1e-3 asks for a little more.
      let tightShare = tight / (try row.number("sigma_pld")) - 1
      #expect(tightShare < 1e-5 && tightShare > -1.5e-3, "\(row) \(tight)")
      let loose = try search.noise(rate: rate, steps: steps, accountant: .renyi)
      let looseShare = loose / (try row.number("sigma_rdp")) - 1
      #expect(looseShare < 1e-5 && looseShare > -3e-4, "\(row) \(loose)")
      let reached = try Accountant.losses.epsilon(
        of: [Release(.gaussian(noise: tight, rate: rate), steps: steps)], delta: search.delta)
      #expect(reached.pessimistic <= search.epsilon && reached.pessimistic > search.epsilon * (1 - 1e-3))
    }
  }

  @Test("what has no meaning is refused with its name and what it must be")
  func refused() throws {
    let errors: [(PrivacyError, String)] = [
      (.outOfRange(name: "noise", value: -1, needed: "from 0.001 to 1000000.0"), "noise is -1.0"),
      (.countOutOfRange(name: "steps", value: 0, needed: "from 1 to 100000000"), "steps is 0"),
    ]
    for (error, says) in errors { #expect("\(error)".hasPrefix(says)) }
    #expect(throws: errors[0].0) { try RenyiAccountant([Release(.gaussian(noise: -1, rate: 0.1), steps: 1)]) }
    #expect(throws: errors[1].0) { try LossAccountant([Release(.gaussian(noise: 1, rate: 0.1), steps: 0)]) }
    #expect(throws: PrivacyError.nothingReleased) { try LossAccountant([]) }
    for delta in [0, 1, -1, 2, Double.nan] {
      #expect(throws: PrivacyError.self) { try LossAccountant([Release(.laplace(scale: 1))]).epsilon(delta: delta) }
    }
    for rate in [0, 1.1, Double.nan] {
      #expect(throws: PrivacyError.self) { try LossAccountant([Release(.gaussian(noise: 1, rate: rate))]) }
    }
    let search = try NoiseSearch(epsilon: 1e-9, delta: 1e-30, most: 100)
    #expect(throws: PrivacyError.self) { try search.noise(rate: 1, steps: 1_000) }
  }
}
