import Findings
import Reports
import Study
import Testing

@Suite("The outputs of a comparison")
struct ComparisonOutputTests {
  static let hostile = [
    "<script>alert(1)</script>", "a | b", "[x](https://example.org)", "![x](//example.org/x.png)", "@everyone",
    "`code`",
    "\"/><failure/>", "&amp;", "a\u{202E}b", "a\nb\u{1B}[31m", "]]>", "=1+1", "https://example.org",
  ]

  private func comparison(_ text: String) throws -> Comparison {
    var current = Sample.results()
    current.name = text
    for index in current.cells.indices {
      current.cells[index].id += text
      current.cells[index].dataset += text
      for place in current.cells[index].attacks.indices { current.cells[index].attacks[place].id += text }
    }
    var base = Sample.results()
    base.cells.removeLast()
    let gate = try Gate.read(
      Array("levels: [{figure: auc, at-most: 0.6}]\nchanges: [{figure: auc, rise: 0}]".utf8), file: "g")
    return Comparison(
      base: ComparedRun(results: base, replicates: nil), current: ComparedRun(results: current, replicates: nil),
      gate: gate)
  }

  @Test("let no text from a file become markup, a link, a mention or a control", arguments: hostile)
  func escaped(text: String) throws {
    let comparison = try comparison(text)
    let markdown = ComparisonMarkdown.text(comparison)
    for mark in ["<", "](", " @", "![", "\u{202E}", "\u{1B}", "https:"] { #expect(!markdown.contains(mark), "\(mark)") }
    let rows = markdown.split(separator: "\n").filter { $0.hasPrefix("| ") }
    // A bar within a cell stands behind a backslash.
    let bars = Set(rows.map { row in row.split(separator: "|", omittingEmptySubsequences: false).count })
    #expect(bars.count <= 4 || text.contains("|"))
    let xml = GateJUnit.xml(comparison)
    for mark in ["<script", "\"/><failure/>\"", "]]>", "\u{1B}", "\u{202E}"] { #expect(!xml.contains(mark), "\(mark)") }
    #expect(xml.components(of: "<testcase ") == comparison.gate?.lines.count)
    let table = ComparisonTable.text(comparison)
    #expect(table.unicodeScalars.allSatisfy { $0 == "\n" || $0.value >= 0x20 } && !table.contains("\u{202E}"))
  }

  @Test("name runs, verdicts and what was not compared")
  func content() throws {
    let comparison = try comparison("")
    let text = ComparisonTable.text(comparison)
    #expect(text.contains("Gate: ") && text.contains("Not compared:") && text.contains("no replicates.json"))
    #expect(ComparisonMarkdown.text(comparison).hasPrefix("## Membership risk: "))
  }
}

extension String {
  fileprivate func components(of part: String) -> Int { ranges(of: part).count }
}
