import Figures
import Findings
import Foundation
import FoundationXML
import Reports
import Testing

@Suite("The document")
struct DocumentTests {
  @Test("is well-formed, with each id once and each inner link resolved")
  func wellFormed() throws {
    let outline = try Outline(Sample.page.get())
    #expect(outline.error == nil)
    #expect(Set(outline.ids).count == outline.ids.count)
    for link in outline.links {
      #expect(link.hasPrefix("#") && outline.ids.contains(String(link.dropFirst())), "\(link) leads nowhere")
    }
    for label in outline.labelledBy { #expect(outline.ids.contains(label), "\(label) labels nothing") }
  }

  @Test("has one h1, the landmarks, a skip link, captions and scopes")
  func structure() throws {
    let outline = try Outline(Sample.page.get())
    for (element, count) in [("h1", 1), ("main", 1), ("nav", 1), ("header", 1)] {
      #expect(outline.counts[element] == count)
    }
    #expect(outline.counts["table"] == outline.counts["caption"])
    #expect(outline.links.first == "#main")
    #expect(outline.headingsWithoutScope == 0)
    #expect(outline.unnamedScrollBoxes == 0)
    #expect(outline.emptyCells == 0)
    #expect(outline.counts["script"] == nil)
  }

  @Test("needs no network and stays under ten megabytes")
  func selfContained() throws {
    let html = try Sample.page.get()
    let outline = try Outline(html)
    #expect(outline.sources.isEmpty && outline.sheets.allSatisfy { $0.hasPrefix("data:text/css;base64,") })
    #expect(!html.contains("@import"))
    for part in html.components(separatedBy: "url(").dropFirst() { #expect(part.hasPrefix("data:font/woff2;base64,")) }
    let addresses = html.components(separatedBy: "http").dropFirst().filter { !$0.hasPrefix("://www.w3.org/") }
    // Those of the citations, as text, and the name of the policy header.
    #expect(addresses.allSatisfy { $0.hasPrefix("s://doi.org/") || $0.hasPrefix("-equiv=") })
    #expect(html.utf8.count < 10_000_000)
  }

  @Test("is the same bytes each time")
  func repeatable() throws {
    #expect(try Sample.html() == Sample.page.get())
  }

  @Test("shows every figure once, also those it does not know")
  func figures() throws {
    var figures = Sample.figures(Sample.results())
    figures.append(Sample.figure("strange", kind: "strange", cell: nil, dataset: "churn", model: nil))
    figures.append(Sample.figure("lost", kind: "roc", cell: "no-such-cell", dataset: nil, model: nil))
    figures.append(Sample.figure("redrawn", kind: "null", cell: nil, dataset: nil, model: nil))
    let html = try Sample.html(figures: figures)
    for figure in figures {
      #expect(html.components(separatedBy: "id=\"figure-\(figure.id)\"").count == 2, "\(figure.id)")
    }
  }

  @Test("stands without cells, figures and checks")
  func nothing() throws {
    var results = Sample.results()
    results.cells = []
    results.checks = []
    results.datasets = []
    results.report.client = nil
    results.date = nil
    let html = try Sample.html(results, figures: [])
    #expect(try Outline(html).error == nil)
    #expect(PageText(html).contains("No model was tested without a defence"))
  }
}

/// What a parser sees of a page.
final class Outline: NSObject, XMLParserDelegate {
  private(set) var counts: [String: Int] = [:]
  private(set) var ids: [String] = []
  private(set) var links: [String] = []
  private(set) var sheets: [String] = []
  private(set) var labelledBy: [String] = []
  private(set) var sources: [String] = []
  private(set) var headingsWithoutScope = 0
  private(set) var unnamedScrollBoxes = 0
  private(set) var emptyCells = 0
  private(set) var error: String?
  private var cellText: String?

  init(_ html: String) throws {
    super.init()
    let parser = XMLParser(data: Data(html.utf8))
    parser.delegate = self
    if !parser.parse() { error = "line \(parser.lineNumber): \(parser.parserError?.localizedDescription ?? "")" }
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    counts[name, default: 0] += 1
    if let id = attributes["id"] { ids.append(id) }
    if let link = attributes["href"] {
      if name == "link" { sheets.append(link) } else { links.append(link) }
    }
    if let source = attributes["src"] { sources.append(source) }
    labelledBy += (attributes["aria-labelledby"] ?? "").split(separator: " ").map(String.init)
    if name == "th", attributes["scope"] == nil { headingsWithoutScope += 1 }
    if attributes["tabindex"] != nil, attributes["aria-label"] == nil || attributes["role"] == nil {
      unnamedScrollBoxes += 1
    }
    if name == "td" || name == "th" { cellText = "" }
  }

  func parser(_ parser: XMLParser, foundCharacters text: String) { cellText? += text }

  func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
    guard name == "td" || name == "th" else { return }
    if cellText?.allSatisfy(\.isWhitespace) == true { emptyCells += 1 }
    cellText = nil
  }
}
