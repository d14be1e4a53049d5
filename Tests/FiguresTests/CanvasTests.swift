import Figures
import Findings
import Foundation
import Study
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite("Canvases")
struct CanvasTests {
  /// One mark of every kind.
  static let sheet: Drawing = {
    var drawing = Drawing(size: Size(120, 80))
    drawing.area([Point(5, 70), Point(60, 40), Point(115, 70)], Fill(.mark(0), opacity: 0.16))
    drawing.line([Point(5, 70), Point(60, 40), Point(115, 70)], Stroke(.mark(0), 2.6))
    drawing.line([Point(5, 75), Point(115, 75)], Stroke(.ink3, 1, dash: .init(3, 3)))
    drawing.disc(Point(60, 40), radius: 5, Fill(.mark(1)), rim: Stroke(.bg, 1.5))
    drawing.rectangle(
      Box(left: 80, top: 5, width: 34, height: 20), corner: 4, Fill(.fill(.high)), rim: Stroke(.rim(.high), 1))
    drawing.text("7.2 % found", at: Point(5, 16), Font(12, .semibold), .label(0), halo: true)
    drawing.text("slope", at: Point(20, 55), Font(10.5), .ink3, direction: Point(55, -30))
    return drawing
  }()
  static let caption = MatrixFigure.all(in: MadeUp.grid)[0].caption

  @Test("The PNG of every kind of mark looks as it did, within a tolerance")
  func pixels() throws {
    let bytes = try Renderer().render(Self.sheet, Self.caption, .png)
    if ProcessInfo.processInfo.environment["ROLLCALL_RECORD"] == "1" {
      try Data(bytes).write(to: Golden.source("marks.png"))
      Issue.record("recorded marks.png")
      return
    }
    let (now, before) = (try Pixels(png: bytes), try Pixels(png: Array(Golden.bytes("marks.png"))))
    try #require(now.all.count == before.all.count && now.all.count == 240 * 160 * 3)
    let far = zip(now.all, before.all).filter { abs(Int($0) - Int($1)) > 24 }.count
    #expect(far * 200 < now.all.count, "\(far) channels differ")
    // Something of each colour is there.
    #expect(now.all.contains { $0 < 40 })
  }

  @Test("PNG, PDF and SVG have the same bytes from run to run")
  func repeatable() throws {
    for figure in allFigures(in: MadeUp.grid) {
      #expect(try Renderer().files(of: figure) == Renderer().files(of: figure))
    }
    #expect(try drawn(MadeUp.grid) == drawn(MadeUp.grid))
  }

  @Test("Files are what their names say")
  func formats() throws {
    let all = try files(MadeUp.grid)
    #expect(Set(all.map(\.name)).count == all.count)
    for file in all {
      let start: [UInt8] =
        file.name.hasSuffix("png")
        ? [0x89, 0x50, 0x4E, 0x47] : Array((file.name.hasSuffix("pdf") ? "%PDF" : "<?xml").utf8)
      #expect(file.bytes.starts(with: start), "\(file.name)")
    }
  }

  @Test("SVG is well formed and each id begins with the figure's")
  func wellFormed() throws {
    var ids: [String] = []
    for figure in try drawn(MadeUp.grid) {
      for (svg, id) in [(figure.svg, figure.id), (figure.narrowSVG ?? "", "\(figure.id)-narrow")] {
        let reader = Reader()
        let parser = XMLParser(data: Data(svg.utf8))
        parser.delegate = reader
        #expect(parser.parse(), "\(id): \(String(describing: parser.parserError))")
        #expect(reader.ids.count == 2 && reader.ids.allSatisfy { $0.hasPrefix(id) })
        ids += reader.ids
      }
    }
    #expect(Set(ids).count == ids.count)
  }

  @Test("Hostile names are text, not markup")
  func hostile() throws {
    let evil = MadeUp.dataset(
      "german_credit", "</text><script>alert(1)</script>&\"'\u{1}\u{202E}x", "<b>", "a\"b", 1000)
    let findings = MadeUp.findings([evil], MadeUp.defences)
    for file in try files(findings) where file.name.hasSuffix("svg") {
      let text = String(decoding: file.bytes, as: UTF8.self)
      #expect(!text.contains("<script") && !text.contains("\u{1}") && !text.contains("\u{202E}"))
      let parser = XMLParser(data: Data(file.bytes))
      #expect(parser.parse(), "\(file.name)")
    }
  }

  @Test("A character that no font has is an error that names it")
  func missingGlyph() throws {
    let odd = MadeUp.dataset("german_credit", "Credit \u{10FFFD}", "finance", "client", 1000)
    let findings = MadeUp.findings([odd], MadeUp.defences)
    do {
      _ = try files(findings)
      Issue.record("drawn all the same")
    } catch {
      guard case .missingGlyph(let character, _) = error else { throw error }
      #expect(character == "\u{10FFFD}")
      #expect(error.description.contains("U+10FFFD") && error.description.contains("apt-get install fonts-inter"))
    }
  }

  @Test("Letters outside Inter are set in Noto Sans", arguments: ["Ελλάδα", "Данные", "بيانات", "ข้อมูล"])
  func otherScripts(title: String) throws {
    let renderer = try Renderer()
    #expect(try renderer.measure.width(title, Font(12)) > 20)
  }
}

/// Collects ids.
private final class Reader: NSObject, XMLParserDelegate {
  var ids: [String] = []
  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    if let id = attributes["id"] { ids.append(id) }
  }
}
