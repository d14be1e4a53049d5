import Foundation
import Privacy
import Testing

@Suite("Accountants of privacy")
struct AccountantTests {
  private func releases(_ row: Golden.Row) throws -> [Release] {
    [
      Release(
        .gaussian(noise: try row.number("sigma"), rate: try row.number("q")), steps: try row.whole("steps"))
    ]
  }

  @Test("of losses bracket the reference values of the sampled Gaussian")
  func losses() throws {
    for row in try Golden.rows("poisson_gaussian") {
      guard let reference = (row["eps_pld_fine"] ?? row["eps_pld"]) as? Double else { continue }
      let bounds = try LossAccountant(releases(row)).epsilon(delta: try row.number("delta"))
      let isFine = row["eps_pld_fine"] != nil
      #expect(bounds.optimistic <= bounds.pessimistic)
      // The coarse reference is itself an upper bound, up to 5 % above the truth.
      #expect(bounds.optimistic <= reference * (1 + 1e-6) + 1e-9, "\(row)")
      #expect(bounds.pessimistic >= reference * (isFine ? 0.999 : 0.94) - 1e-4, "\(row)")
      // At a delta of 1e-7 and few steps the numerical bound may be lost; then the Rényi bound stands, which holds too.
      let loose = (row["eps_rdp"] as? Double ?? .infinity) * 1.02
      let isTight = bounds.pessimistic <= reference * 1.002 + 1e-4
      let isTiny = try row.number("delta") < 1e-6
      #expect(isTight || (isTiny && bounds.pessimistic <= loose), "\(row)")
    }
  }

  @Test("of Rényi are never below the truth and near the other program's")
  func renyi() throws {
    for row in try Golden.rows("poisson_gaussian") {
      guard let reference = row["eps_rdp"] as? Double, let tight = row["eps_pld"] as? Double else { continue }
      let epsilon = try RenyiAccountant(releases(row)).epsilon(delta: try row.number("delta")).epsilon
      #expect(epsilon >= tight * 0.94, "\(row)")
      #expect(epsilon <= reference * 1.02 + 1e-3 || epsilon <= (row["eps_rdp_opacus"] as? Double ?? 0) * 1.02, "\(row)")
    }
  }

  @Test("of the Gaussian are exact, both ways")
  func gaussian() throws {
    for row in try Golden.rows("gaussian_analytic") {
      let epsilon = try GaussianMechanism(noise: try row.number("sigma")).epsilon(delta: try row.number("delta"))
      #expect(abs(epsilon / (try row.number("epsilon")) - 1) < 1e-6, "\(row)")
    }
    for row in try Golden.rows("gaussian_sigma") {
      let noise = try GaussianMechanism.noise(epsilon: try row.number("epsilon"), delta: try row.number("delta"))
      #expect(abs(noise / (try row.number("sigma")) - 1) < 1e-6, "\(row)")
    }
  }

  @Test("of groups and of concentrated privacy agree with the reference values")
  func others() throws {
    for row in try Golden.rows("group_privacy") {
      let group = try GroupPrivacy(
        epsilon: try row.number("epsilon"), delta: try row.number("delta"), size: try row.whole("k"))
      #expect(abs(group.epsilon - (try row.number("group_epsilon"))) < 1e-9)
      #expect(abs(group.delta / min(1, try row.number("group_delta_sum")) - 1) < 1e-9, "\(row)")
    }
    for row in try Golden.rows("zcdp") {
      let budget = try ConcentratedPrivacy(rho: try row.number("rho"))
      let classic = try budget.classicEpsilon(delta: try row.number("delta"))
      #expect(abs(classic / (try row.number("eps_classic")) - 1) < 1e-9)
      let tight = try budget.epsilon(delta: try row.number("delta"))
      #expect(abs(tight / (try row.number("eps_cks_continuous_alpha")) - 1) < 1e-6, "\(row)")
    }
  }

  @Test("of one training run agree with the reference values")
  func audits() throws {
    for row in try Golden.rows("one_run_audit") {
      let audit = try OneRunAudit(
        canaries: try row.whole("m"), guesses: try row.whole("r"), correct: try row.whole("v"))
      let bound = try audit.epsilonLowerBound(
        delta: try row.number("delta"), confidence: 1 - (try row.number("p")))
      #expect(abs(bound - (try row.number("eps_lower"))) < 2e-4, "\(row)")
    }
  }

  @Test("refuse what has no meaning")
  func refused() {
    #expect(throws: PrivacyError.self) { try LossAccountant([]) }
    #expect(throws: PrivacyError.self) { try LossAccountant([Release(.gaussian(noise: -1, rate: 0.1))]) }
    #expect(throws: PrivacyError.self) { try LossAccountant([Release(.gaussian(noise: 1, rate: 2))]) }
    #expect(throws: PrivacyError.self) { try GaussianMechanism(noise: 1).epsilon(delta: 0) }
  }
}
