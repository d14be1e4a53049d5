import Figures
import Findings
import Foundation
import Reports
import Testing

@Suite("The print page")
struct PrintPageTests {
  private func titles(_ html: String) -> [String] {
    html.matches(of: #/<h2[^>]*>(.*?)</h2>/#).map { String($0.1) }
  }

  @Test("holds the sections of the screen, in their order, and is well-formed")
  func sections() throws {
    let print = try Sample.printPage()
    let outline = try Outline(print)
    #expect(outline.error == nil && outline.counts["h1"] == 1)
    #expect(outline.emptyCells == 0 && outline.headingsWithoutScope == 0)
    #expect(try titles(print) == titles(Sample.page.get()))
    for link in outline.links { #expect(outline.ids.contains(String(link.dropFirst())), "\(link) leads nowhere") }
  }

  @Test("shows every figure once, with its words beside it")
  func figures() throws {
    let figures = Sample.figures(Sample.results())
    let print = try Sample.printPage()
    for figure in figures {
      #expect(print.components(separatedBy: "id=\"figure-\(figure.id)\"").count == 2, "\(figure.id)")
    }
    #expect(print.components(separatedBy: "A line from left to right.").count == figures.count + 1)
  }

  @Test("asks nothing of WeasyPrint 57 that it cannot do")
  func plain() throws {
    let drawing = Sample.drawing("one", width: 720).replacing(
      "</svg>", with: #"<text class="d s halo" x="1" y="2" fill="var(--t3)">var(--c1)</text></svg>"#)
    let figure = Sample.figure("one", kind: "matrix", cell: nil, dataset: nil, model: nil).with(svg: drawing)
    let print = try Sample.printPage(figures: [figure])
    let text =
      ##"<text font-family="Inter Display" font-weight="600" x="1" y="2" fill="#943A60">var(--c1)</text>"##
    #expect(print.contains(text))
    #expect(!print.replacing(text, with: "").contains("var("))
    for word in ["display:grid", "display:flex", "gap:", "paint-order", "text-wrap", "url("] {
      #expect(!print.contains(word), "\(word)")
    }
  }

  @Test("is dated with the study's day, or not at all")
  func dated() throws {
    var results = Sample.results()
    results.date = "2026-11-24"
    #expect(try Sample.printPage(results).contains("<meta name=\"dcterms.created\" content=\"2026-11-24\"/>"))
    results.date = nil
    #expect(try !Sample.printPage(results).contains("dcterms"))
  }

  @Test("takes its own template where there is one, and that of the screen where there is none")
  func overriding() throws {
    var templates = try Sample.templates()
    templates.templates["limits"] = "<section><h2>Of the screen</h2></section>"
    #expect(try Sample.printPage(templates: templates).contains("Of the screen"))
    templates.printTemplates["limits"] = "<section><h2>Of paper</h2></section>"
    #expect(try titles(Sample.printPage(templates: templates)).contains("Of paper"))
  }

  @Test("names a colour that is not defined and a style sheet that is not there")
  func missing() throws {
    var templates = try Sample.templates()
    templates.printStyles["print.css"] = "p{color:var(--mauve)}"
    #expect(throws: ReportError.unknownColour(name: "--mauve", file: "print.css")) {
      try Sample.printPage(templates: templates)
    }
    templates.printStyles["print.css"] = nil
    #expect(throws: ReportError.missingFile(name: "print.css", namedBy: "the report")) {
      try Sample.printPage(templates: templates)
    }
    templates.styles["tokens.css"] = nil
    #expect(throws: ReportError.missingFile(name: "tokens.css", namedBy: "print.css")) {
      try Sample.printPage(templates: templates)
    }
  }

  @Test("has the colours of the figures' light theme")
  func colours() throws {
    let sheet = try #require(try Sample.templates().styles["tokens.css"])
    let themes = sheet.components(separatedBy: "@media")
    for ink in Ink.all {
      for (theme, block) in zip([Theme.light, .dark], themes) {
        #expect(block.contains("--\(ink.token):\(theme.hex(of: ink))"), "\(ink) in \(theme)")
      }
    }
  }

  @Test("gives sections to the targets that leak most where there are many, and leads every link somewhere")
  func many() throws {
    var results = Sample.results()
    let nine = results.cells
    for copy in 1...2 {
      results.cells += nine.map { cell in
        var cell = cell
        cell.dataset += "-\(copy)"
        cell.id = cell.dataset + cell.id
        return cell
      }
    }
    let print = try Sample.printPage(results, figures: [])
    let sections = print.matches(of: /<section id="(target-[0-9]+)"/).map { String($0.output.1) }
    #expect(sections.count == Report.mostPrintedTargets && sections.contains("target-1"))
    // The third model of each dataset leaks least.
    #expect(!sections.contains("target-9") && !sections.contains("target-18"))
    #expect(print.contains("The 16 targets that leak most") && print.contains("one for each of the 27"))
    for link in print.matches(of: /href="#([^"]+)"/) { #expect(print.contains("id=\"\(link.output.1)\"")) }
    let page = try Sample.html(results, figures: [])
    #expect(page.matches(of: /<section id="target-/).count == 27 && !page.contains("targets that leak most"))
  }
}
