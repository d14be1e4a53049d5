import Maths
import Privacy
import Testing

@Suite("Audits of epsilon")
struct AuditTests {
  @Test("one run: the p-values and bounds of the reference")
  func oneRun() throws {
    for row in try Golden.rows("one_run_audit") {
      let audit = try OneRunAudit(
        canaries: try row.whole("m"), guesses: try row.whole("r"), correct: try row.whole("v"))
      let delta = try row.number("delta")
      let found = try audit.epsilonLowerBound(delta: delta, confidence: 1 - (try row.number("p")))
      #expect(abs(found - (try row.number("eps_lower"))) < 2e-5, "\(row) \(found)")
      for (epsilon, reference) in try #require(row["p_value_at_eps"] as? [String: Double]) {
        let p = audit.pValue(epsilon: try #require(Double(epsilon)), delta: delta)
        #expect(abs(p - reference) <= 1e-8 * reference + 1e-300, "\(row) \(epsilon) \(p)")
      }
    }
  }

  @Test("one run: guessing by coin exceeds 0 in at most 5 % of 400 runs")
  func null() throws {
    var stream = Stream(seed: 20_240_607, stream: 0)
    var exceeding = 0
    for _ in 0..<400 {
      let correct = (0..<500).reduce(0) { sum, _ in sum + stream.below(2) }
      let audit = try OneRunAudit(canaries: 1_000, guesses: 500, correct: correct)
      if try audit.epsilonLowerBound(delta: 1e-5, confidence: 0.95) > 0 { exceeding += 1 }
    }
    #expect(exceeding <= 20)
  }

  @Test("many models: the intervals and bounds of the reference")
  func repeated() throws {
    for row in try Golden.rows("empirical_epsilon") {
      let audit = try RepeatedAudit(
        found: try row.whole("tp"), present: try row.whole("P"), falselyFound: try row.whole("fp"),
        absent: try row.whole("N"))
      let (delta, confidence) = (try row.number("delta"), 1 - (try row.number("alpha")))
      #expect(abs(audit.falsePositiveUpper(confidence: confidence) / (try row.number("fpr_upper")) - 1) < 1e-9)
      #expect(abs(audit.falseNegativeUpper(confidence: confidence) / (try row.number("fnr_upper")) - 1) < 1e-9)
      let found = try audit.epsilonLowerBound(delta: delta, confidence: confidence)
      #expect(abs(found - (try row.number("eps_lower"))) < 1e-8, "\(row) \(found)")
      let point = audit.epsilonEstimate(delta: delta)
      if let reference = row["eps_point"] as? Double {
        #expect(abs(point - reference) < 1e-9, "\(row) \(point)")
      } else {
        #expect(point == .infinity, "\(row) \(point)")
      }
    }
  }

  @Test("counts that cannot be are refused")
  func refused() {
    #expect(throws: PrivacyError.self) { try OneRunAudit(canaries: 0, guesses: 0, correct: 0) }
    #expect(throws: PrivacyError.self) { try OneRunAudit(canaries: 10, guesses: 11, correct: 0) }
    #expect(throws: PrivacyError.self) { try OneRunAudit(canaries: 10, guesses: 5, correct: 6) }
    #expect(throws: PrivacyError.self) { try RepeatedAudit(found: 1, present: 0, falselyFound: 0, absent: 1) }
    #expect(throws: PrivacyError.self) { try RepeatedAudit(found: 0, present: 1, falselyFound: 2, absent: 1) }
  }
}
