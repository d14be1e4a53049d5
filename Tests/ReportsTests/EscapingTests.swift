import Figures
import Findings
import Reports
import Study
import Testing

@Suite("Text from outside")
struct EscapingTests {
  static let hostile = [
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onmouseover='alert(1)",
    "{{stylesheet}}{{{command}}}",
    "</title></style></svg>", "\"\u{301} onfocus=\"alert(1)", "<\u{301}b>", "\u{600}\"\u{301}>",
    "&lt;b&gt;&\u{301}amp;",
    "\u{202E}tekcarb\u{2066}", "zero\u{200B}width\u{FEFF}", "line\nbreak\u{0}\u{7}\u{FFFE}", "名前 ناام Nguyễn Thị Ẩn",
  ]

  @Test("is escaped wherever it stands", arguments: hostile)
  func everywhere(text: String) throws {
    let base = try Outline(Sample.page.get())
    let html = try Sample.html(
      results(text), names: names(text),
      figures: [
        DrawnFigure(
          id: "one", kind: "matrix", cell: nil, dataset: nil, model: nil, title: text, subtitle: text, source: text,
          words: text, svg: Sample.drawing("one", width: 720), narrowSVG: nil)
      ], facts: ReproductionFacts(engine: text, manifestDigest: text, command: text))
    let outline = try Outline(html)
    #expect(outline.error == nil)
    for element in ["script", "img", "b", "style", "title"] {
      // The drawing has a title as well as the page.
      #expect(outline.counts[element] == ["style": 1, "title": 2][element], "\(element)")
    }
    #expect(base.counts["main"] == outline.counts["main"])
    #expect(!html.unicodeScalars.contains { (0x202A...0x202E).contains($0.value) || $0.value == 0x200B })
    #expect(!html.contains("{{{command}}}</pre><") && outline.sources.isEmpty)
  }

  @Test("reads as it was written")
  func faithful() throws {
    let text = PageText(try Sample.html(results("A <b> & \"c\" {{d}} Nguyễn")))
    #expect(text.contains("For A <b> & \"c\" {{d}} Nguyễn"))
  }

  @Test("leaves no special character that carries a mark", arguments: hostile)
  func marks(text: String) {
    for character in PlainText.plain(text) where character.unicodeScalars.count > 1 {
      #expect(!character.unicodeScalars.contains { "<>&\"'".unicodeScalars.contains($0) })
    }
  }

  @Test("is bounded in length")
  func bounded() {
    #expect(PlainText.plain(String(repeating: "a", count: 1_000_000)).count == 2_001)
  }

  private func results(_ text: String) -> Results {
    var results = Sample.results()
    results.name = text
    results.date = text
    results.report = Results.Heading(title: text, client: text)
    for index in results.datasets.indices {
      results.datasets[index].title = text
      results.datasets[index].domain = text
      results.datasets[index].subject = text
      results.datasets[index].digest = text
      results.datasets[index].licence = text
      results.datasets[index].citation = text
    }
    for index in results.cells.indices {
      results.cells[index].parameters.defence = [text: .word(text + String(index))]
      if results.cells[index].status == .skipped { results.cells[index].reason = text }
      for attack in results.cells[index].attacks.indices where results.cells[index].attacks[attack].reason != nil {
        results.cells[index].attacks[attack].reason = text
      }
      results.cells[index].failedChecks = index == 0 ? [text] : []
      results.cells[index].exposure = Sample.exposure(named: text)
    }
    results.checks.append(Results.Check(name: text, verdict: .failed, p: 0.01, lines: 1))
    return results
  }

  private func names(_ text: String) -> Names {
    let change = { (entry: Names.Entry) in
      Names.Entry(name: entry.name, title: text, summary: text, source: text)
    }
    return Names(
      models: Sample.names.models.map(change), defences: Sample.names.defences.map(change),
      attacks: Sample.names.attacks.map(change))
  }
}
