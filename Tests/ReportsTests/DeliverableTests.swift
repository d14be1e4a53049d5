import Findings
import Foundation
import Reports
import Study
import Testing

@Suite("Findings for other tools")
struct DeliverableTests {
  private func log(_ findings: Findings) throws -> (rules: [[String: Any]], results: [[String: Any]]) {
    let data = try SARIFLog(findings, engine: "1.0.0", templates: Sample.templates()).data()
    let log = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let run = try #require((log["runs"] as? [[String: Any]])?.first)
    let driver = (run["tool"] as? [String: Any])?["driver"] as? [String: Any]
    return (driver?["rules"] as? [[String: Any]] ?? [], run["results"] as? [[String: Any]] ?? [])
  }

  private func prints(_ results: [[String: Any]]) -> [String] {
    results.compactMap { ($0["partialFingerprints"] as? [String: String])?["rollcall/1"] }
  }

  @Test("have a rule each, a level by the rating, and no level where nothing failed")
  func levels() throws {
    let assessed = try Sample.assessed()
    let log = try log(assessed)
    #expect(log.results.count == assessed.assessment.findings.count)
    for (result, finding) in zip(log.results, assessed.assessment.findings) {
      let rule = try #require(result["ruleIndex"] as? Int)
      #expect(log.rules[rule]["id"] as? String == finding.kind.rawValue)
      let level = result["level"] as? String
      #expect((result["kind"] as? String == "fail") == (level != "none"))
      if finding.kind == .leak, finding.rating == .critical { #expect(level == "error") }
    }
  }

  @Test("keep their fingerprints over runs, and have each but once")
  func fingerprints() throws {
    var changed = Sample.results(changing: 0) { $0.attacks[0].headline?.tpr[0].value = 0.5 }
    // A defended cell that no longer leaks is another cell of the same finding.
    changed.cells[1].verdict = .noLeakShown
    changed.checks[0].verdict = .failed
    changed.checks[1].verdict = .failed
    let before = Set(prints(try log(Sample.assessed()).results))
    let after = prints(try log(Sample.assessed(changed)).results)
    #expect(Set(after).count == after.count)
    #expect(before.filter { $0.hasPrefix("leak ") }.isSubset(of: Set(after)))
  }

  @Test("hold no markup, formula, mention or hidden sign of a hostile text", arguments: EscapingTests.hostile)
  func hostile(text: String) throws {
    var results = Sample.results()
    for index in results.datasets.indices { results.datasets[index].title = text }
    var document = Sample.document()
    document.client = text
    document.title = "=1+1 @all https://evil.example www.evil.example"
    let findings = try Sample.assessed(results, document: document)
    let summary = try SummaryText.text(findings, templates: Sample.templates())
    #expect(!summary.contains("<") && !summary.contains("@") && !summary.contains("://"))
    let table = try FindingsCSV.text(findings, templates: Sample.templates())
    for line in table.split(separator: "\r\n") { #expect(!"=+-@".contains(line.first ?? " ")) }
    for made in [summary, table] {
      #expect(!made.unicodeScalars.contains { (0x202A...0x202E).contains($0.value) || $0.value == 0x200B })
    }
    #expect(try log(findings).results.count == findings.assessment.findings.count)
  }

  @Test("stay small where a text has a megabyte")
  func megabyte() throws {
    var document = Sample.document()
    document.client = String(repeating: "<b>", count: 350_000)
    document.authors = [String(repeating: "\u{202E}", count: 1_000_000)]
    var engagement = Sample.rated()
    engagement.system = String(repeating: "名", count: 400_000)
    let findings = try Sample.assessed(document: document, engagement: engagement)
    #expect(try Sample.page(findings).utf8.count < 3_000_000)
    #expect(try SummaryText.text(findings, templates: Sample.templates()).utf8.count < 100_000)
  }
}
