import Findings
import Foundation
import Reports
import Study
import Testing

@Suite("A brand")
struct BrandTests {
  /// What refusing a change says.
  private func refusal(_ changes: [String: Data?]) -> String {
    do {
      _ = try BrandSample.brand(changes)
      return "accepted"
    } catch {
      return "\(error)"
    }
  }

  private func refusal(logo: String) -> String { refusal(["logo.svg": Data(logo.utf8)]) }

  private static func svg(_ content: String, _ attributes: String = "viewBox=\"0 0 8 8\"") -> String {
    "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" \(attributes)>\(content)</svg>"
  }

  @Test(
    "with a hostile logo is refused, never cleaned",
    arguments: [
      (svg("<script>1</script>"), "<script>"), (svg("<g onload=\"x()\"/>"), "event attribute"),
      (svg("<foreignObject/>"), "<foreignObject>"), (svg("<image href=\"data:image/png;base64,AA\"/>"), "<image>"),
      (svg("<use xlink:href=\"https://a.example/x.svg#a\"/>"), "outside the file"),
      (svg("<a href=\"https://a.example\"><g/></a>"), "<a>"),
      (svg("<rect style=\"fill:url(https://a.example/p)\"/>"), "outside the file"),
      (svg("<rect fill=\"url( 'https://a.example/p')\"/>"), "outside the file"),
      (svg("<style>@import 'https://a.example/a.css';</style>"), "outside the file"),
      (svg("<style><![CDATA[rect{fill:u\\72l(//a.example)}]]></style>"), "outside the file"),
      (svg("<set attributeName=\"href\" to=\"x\"/>"), "<set>"), (svg("", ""), "viewBox"),
      ("<!DOCTYPE svg [<!ENTITY a \"b\">]>" + svg(""), "document type"), ("<p>no drawing</p>", "no SVG"),
      (svg("<g>"), "SVG"), ("", "SVG"), (svg("<g a=1/>"), "SVG"),
      ("<?xml-stylesheet href=\"https://a.example/a.css\"?>" + svg(""), "style sheet"),
    ])
  func hostile(logo: String, says: String) {
    let said = refusal(logo: logo)
    #expect(said.hasPrefix("the brand's logo.svg is refused") && said.contains(says), "\(said)")
  }

  @Test("with a logo as drawing programs save it is taken")
  func plainLogo() throws {
    let logo = Self.svg(
      """
      <sodipodi:namedview xmlns:sodipodi="http://sodipodi.example"/><metadata/><defs><linearGradient id="a">
      <stop offset="0" style="stop-color:#fff"/></linearGradient></defs><style>.b{fill:url(#a)}</style>
      <path class="b" style="fill:url(#a)" d="M0 0h8v8z"/><use xlink:href="#a"/><!-- made by hand -->
      """)
    _ = try BrandSample.brand(["logo.svg": Data("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\(logo)\n".utf8)])
  }

  @Test(
    "lacking or exceeding something says what in one sentence",
    arguments: [
      (["logo.svg": nil], "has no logo.svg"), (["brand.yaml": nil], "has no brand.yaml"),
      (["logo.svg": Data(count: 1 << 20)], "1048576 bytes and may have 65536"),
      (["cover.md": Data(String(repeating: "word ", count: 61).utf8)], "61 words and may have 60"),
      (["cover.md": Data([0xFF, 0xFE])], "cannot be read as UTF-8"),
    ] as [([String: Data?], String)])
  func missing(changes: [String: Data?], says: String) {
    let said = refusal(changes)
    #expect(said.contains(says) && !said.contains("\n"), "\(said)")
  }

  @Test(
    "with a wrong line in brand.yaml is told which",
    arguments: [
      ("colours: {accent: \"#0B5C7A\"}", "colours: {accent: yellow}", "an opaque colour written as \"#RRGGBB\""),
      ("\"#0B5C7A\"", "\"#0B5C7A80\"", "an opaque colour"), ("\"#0B5C7A\"", "\"#0B5C7\"", "an opaque colour"),
      ("name: Meranti\n", "", "no 'name'"), ("classification: Sulit", "", "no 'classification'"),
      ("classification: Sulit", "classification: ''", "classification must have 1"),
      ("colours: {accent: \"#0B5C7A\"}", "colours: {}", "no 'accent'"), ("contact:", "contract:", "no key 'contract'"),
      ("classification: Sulit", "classification: Sulit\nlanguage: ../ms", "a tag such as id"),
      ("classification: Sulit", "classification: Sulit\nfonts: {ui: ../../etc/passwd}", "name of a .woff2"),
      ("classification: Sulit", "classification: Sulit\nfonts: {ui: a.otf}", "no 'licence'"),
      ("classification: Sulit", "classification: Sulit\ncover: {ground: night}", "ground cannot be 'night'"),
    ])
  func sheet(line: String, wrong: String, says: String) {
    let said = refusal(["brand.yaml": Data(BrandSample.yaml.replacing(line, with: wrong).utf8)])
    #expect(said.contains("meranti/brand.yaml") && said.contains(says), "\(said)")
  }

  @Test("names itself on cover and foot, escaped")
  func names() throws {
    let yaml = BrandSample.yaml.replacing("name: Meranti\nlegal-name: Meranti Advisory", with: "name: '<b>&\"'")
    let page = try BrandSample.html(yaml)
    #expect(page.contains("alt=\"&lt;b&gt;&amp;&quot;\"") && !page.contains("<b>"))
    #expect(PageText(page).blocks.contains { $0.hasPrefix("Sulit · <b>&\" · privacy@meranti.example") })
    #expect(page.contains("data:image/svg+xml;base64,\(Data(BrandSample.logo.utf8).base64EncodedString())"))
  }

  @Test("leaves figures, ratings and every sentence as they are")
  func unchanged() throws {
    func body(_ page: String) -> String {
      let main = page.range(of: "<main")?.lowerBound ?? page.startIndex
      return String(page[main..<(page.range(of: "</main>")?.lowerBound ?? page.endIndex)])
    }
    let (plain, branded) = (try Sample.html(), try BrandSample.html())
    #expect(body(plain) == body(branded) && plain != branded)
    let brand = try BrandSample.brand()
    let results = Sample.results()
    let print = try Report.printPage(
      findings: Sample.findings(), figures: Sample.figures(results), provenance: Sample.facts,
      templates: Sample.templates(), brand: brand)
    #expect(body(print) == body(try Sample.printPage()))
  }

  @Test("without its colours and title has those of the house, a manifest's come first")
  func precedence() throws {
    var results = Sample.results()
    let yaml = BrandSample.yaml + "\ncover: {title: A title of the brand, kicker: Kicker}\n"
    let brand = try BrandSample.brand(["brand.yaml": Data(yaml.utf8)])
    func page() throws -> String {
      try Report.html(
        findings: Findings(results: results, curves: Curves(curves: []), names: Sample.names), figures: [],
        provenance: Sample.facts, templates: Sample.templates(), brand: brand)
    }
    #expect(try page().contains("A title of the brand</bdi></h1>") && page().contains("<bdi>Kicker</bdi>"))
    results.report.title = "A title of the manifest"
    #expect(try page().contains("A title of the manifest</bdi></h1>"))
  }

  @Test("with fonts embeds those that can write a report, and warns of others")
  func fonts() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Templates/Fonts/Inter-Regular.woff2")
    let yaml = BrandSample.yaml + "\nfonts: {ui: own.woff2, title: broken.otf, licence: OFL-1.1}\n"
    let brand = try BrandSample.brand([
      "brand.yaml": Data(yaml.utf8), "fonts/own.woff2": Data(contentsOf: file),
      "fonts/broken.otf": Data("no font".utf8),
    ])
    #expect(brand.warnings.count == 1 && brand.warnings.first?.contains("fonts/broken.otf is no font") == true)
    let page = try Report.html(
      findings: Sample.findings(), figures: [], provenance: Sample.facts, templates: Sample.templates(), brand: brand)
    #expect(page.contains("font-family:\"Brand Labels\"") && page.contains("--ui:\"Brand Labels\","))
    #expect(!page.contains("Brand Title"))
    // It has no letters either: what is missing is told first.
    let boxes = file.deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Tests/FiguresTests/Golden/uneven.ttf")
    let poor = try BrandSample.brand([
      "brand.yaml": Data(yaml.utf8), "fonts/own.woff2": Data(contentsOf: boxes),
      "fonts/broken.otf": Data("no font".utf8),
    ])
    #expect(poor.warnings.contains { $0.contains("own.woff2 lacks") })
    #expect(refusal(["brand.yaml": Data(yaml.utf8)]).contains("has no fonts/"))
    #expect(
      refusal(["brand.yaml": Data(yaml.utf8), "fonts/broken.otf": Data(count: 400 << 10)]).contains("409600 bytes"))
  }

  @Test("tells in brand.lock.yaml what was given and what is used")
  func lock() throws {
    let brand = try BrandSample.brand(["brand.yaml": Data(BrandSample.yaml.replacing("0B5C7A", with: "FFD400").utf8)])
    let lock = try BrandLock.yaml(brand, templates: Sample.templates())
    #expect(lock.contains("given: \"#FFD400\"\n    used: \"#856E03\""))
    let log = try BrandLock.log(brand, templates: Sample.templates())
    #expect(log.contains { $0.contains("accent as text, light: #FFD400 given, #856E03 used") })
    #expect(!log.contains { $0.contains("dark") })
  }

  @Test("of the examples is read as it is", arguments: ["house", "meranti"])
  func examples(name: String) throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let brand = try Brand(reading: root.appending(path: "Benchmarks/Brands/\(name)"))
    #expect(brand.warnings.isEmpty && !brand.sheet.name.isEmpty)
  }
}
