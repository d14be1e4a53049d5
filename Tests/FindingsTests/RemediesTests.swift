import Findings
import Study
import Testing

@Suite("Remedies")
struct RemediesTests {
  private func remedies(own: String? = nil) throws -> Remedies {
    try Remedies(try HouseFacts.facts(own: own.map { [.remedies: $0] } ?? [:])[.remedies])
  }

  @Test("are 28, each with what it does not do, a range of days and of runs, and a source")
  func house() throws {
    let remedies = try remedies()
    #expect(remedies.entries.count == 28)
    for remedy in remedies.entries {
      #expect(!remedy.doesNot.isEmpty && !remedy.verify.isEmpty && !remedy.origin.sources.isEmpty)
      #expect(remedy.effort.spread.low > 0)
      #expect(remedies.meaning(of: remedy.strength) != nil)
    }
  }

  @Test("have a playbook for every rating")
  func playbooks() throws {
    let remedies = try remedies()
    for rating in Rating.allCases { #expect(remedies.playbook(for: rating) != nil) }
    #expect(remedies.playbook(for: .critical)?.sequence.last == "dp-sgd")
    #expect(remedies.playbook(for: .inconclusive)?.sequence == [])
  }

  @Test("take a consultant's figure under the consultant's source, the rest under the house's")
  func override() throws {
    let own = """
      remedies:
        - id: dp-sgd
          source: Statement of work 7
          as-of: 2026-11
          confidence: client
          effort-days: {low: 20, likely: 40, high: 60}
      """
    let remedy = try #require(try remedies(own: own)["dp-sgd"])
    #expect(remedy.effort.spread == Spread(low: 20, likely: 40, high: 60))
    #expect(remedy.effort.origin.sources.map(\.title) == ["Statement of work 7"])
    #expect(remedy.effort.origin.confidence == .client)
    #expect(remedy.compute.origin.confidence == .primary)
  }

  private static func own(_ member: String) -> String {
    "remedies:\n  - id: dp-sgd\n    source: a\n    as-of: 2026-11\n    confidence: client\n    \(member)\n"
  }

  @Test(
    "are refused with file, line and entry",
    arguments: [
      (
        "remedies:\n  - id: dp-sgd\n    does: All\n",
        "Guidance/remedies.yaml:2: remedies: dp-sgd: has no 'source': say where it comes from"
      ),
      (
        "remedies:\n  - {id: dp-sgd, source: a, as-of: 2026-11, confidence: client, strength: strong}\n",
        "cannot be 'strong'"
      ),
      (
        "playbooks:\n  - {id: high, source: a, as-of: 2026-11, confidence: client, sequence: [prayer]}\n",
        "names 'prayer', which is no remedy"
      ),
      ("remedies:\n  - {id: a, source: b, as-of: soon, confidence: client}\n", "yyyy-mm or yyyy-mm-dd"),
      (own("name: \"All \\u202Erof\""), "turns the reading direction"),
      (own("name: \"zero\\u200Bwidth\""), "invisible"), (own("name: \"a \\\"\\u0301 b\""), "carries an accent"),
      (own("name: \"\(String(repeating: "a", count: 5_000))\""), "1 to 4000 characters, not 5000"),
      ("remedies:\n  - {id: a, source: {title: b, url: 'https://b\"c'}, as-of: 2026-11, confidence: client}\n", "%XX"),
    ])
  func refusals(text: String, message: String) throws {
    let error = #expect(throws: ManifestError.self) { try remedies(own: text) }
    #expect(error?.description.contains(message) == true, "\(error?.description ?? "")")
  }
}
