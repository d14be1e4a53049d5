import Findings
import Reports
import Study
import Testing

@Suite("The table of audits with canaries")
struct AuditTableTests {
  private static func results(epsilon: Double, promised: Double) -> Results {
    var results = Sample.results()
    for (place, kind) in [(3, CanaryKind.mislabelled), (5, .natural)] {
      results.cells[place].audits = [
        CanaryAudit(
          kind: kind, canaries: 498, guesses: 248, correct: place == 3 ? 131 : 219, delta: 1e-5, confidence: 0.95,
          epsilon: place == 3 ? 0 : epsilon)
      ]
    }
    results.cells[5].privacy = PrivacyPromise(
      epsilon: promised, delta: 1e-5, unit: .record, noise: 1.3, clip: 1, samplingRate: 0.1, steps: 100, units: 450,
      secureNoise: false)
    return results
  }

  @Test("sets each bound beside the promise, and says where nothing is shown or promised")
  func rows() throws {
    let text = try Sample.text(Self.results(epsilon: 1.47, promised: 4))
    #expect(text.contains("219 of 248") && text.contains("498, wrongly labelled") && text.contains("498, as they are"))
    #expect(text.blocks.contains("1.47") && text.blocks.contains("4.00") && text.contains("0.00nothing shown"))
    #expect(!text.contains("A promise is broken") && !text.contains("above the promise"))
  }

  @Test("says above all else where a promise is broken")
  func broken() throws {
    let text = try Sample.text(Self.results(epsilon: 5.2, promised: 4))
    #expect(text.contains("A promise is broken") && text.contains("5.20above the promise"))
  }

  @Test("is not there where no audit was asked for")
  func absent() throws { #expect(try !Sample.text().contains("What canaries show")) }
}
