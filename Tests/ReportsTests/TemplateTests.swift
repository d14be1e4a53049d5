import Foundation
import Reports
import Testing

@Suite("Templates")
struct TemplateTests {
  @Test("that are missing are named with the file that uses them")
  func missing() throws {
    var templates = try Sample.templates()
    templates.templates["sentence-lead"] = nil
    #expect(throws: ReportError.missingFile(name: "sentence-lead.mustache", namedBy: "summary.mustache")) {
      try render(templates)
    }
    templates.templates["report"] = nil
    #expect(throws: ReportError.missingFile(name: "report.mustache", namedBy: "the report")) { try render(templates) }
  }

  @Test(
    "with a tag or a section left open are named with the line",
    arguments: [
      ("{{#lead}}\nno end", "a section is opened but not closed"), ("one\n{{lead", "a tag is not closed with '}}'"),
      ("one\n{{#a}}{{/b}}", "a section is closed that is not the open one"),
    ])
  func broken(text: String, problem: String) throws {
    var templates = try Sample.templates()
    templates.templates["grid-row"] = text
    let error = #expect(throws: ReportError.self) { try render(templates) }
    guard case .brokenTemplate(let file, let line, let found) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(file == "grid-row.mustache")
    #expect(line >= 1)
    #expect(found == problem)
  }

  @Test("that contain themselves are refused")
  func circular() throws {
    var templates = try Sample.templates()
    templates.templates["grid-row"] = "{{> grid}}"
    #expect(throws: ReportError.circularTemplate(file: "grid.mustache")) { try render(templates) }
  }

  @Test("name their missing fonts and style sheets")
  func fonts() throws {
    var templates = try Sample.templates()
    templates.fonts["Inter-Bold.woff2"] = nil
    #expect(throws: ReportError.missingFile(name: "Inter-Bold.woff2", namedBy: "fonts.css")) { try render(templates) }
    templates.styles["report.css"] = nil
    templates.styles["fonts.css"] = ""
    #expect(throws: ReportError.missingFile(name: "report.css", namedBy: "the report")) { try render(templates) }
  }

  @Test("of a later folder replace those of the same name")
  func overriding() throws {
    let brand = FileManager.default.temporaryDirectory.appending(path: "rollcall-brand-\(UUID().uuidString)")
    let folder = brand.appending(path: "Report")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: brand) }
    try Data("A house of our own\n".utf8).write(to: folder.appending(path: "title.mustache"))
    let house = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Templates")
    let html = try render(try TemplateFolder([house, brand]))
    #expect(html.contains("<h1><bdi>A house of our own</bdi></h1>"))
  }

  @Test("in a folder that holds none are refused")
  func empty() {
    let nowhere = URL(filePath: "/nowhere/at-all")
    #expect(throws: ReportError.unreadableFolder("at-all")) { try TemplateFolder([nowhere]) }
  }

  @Test("use no name that no value has")
  func names() throws {
    let templates = try Sample.templates()
    let sources = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Sources/Reports")
    var declared = ""
    for case let file as URL in try #require(
      FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil))
    where file.pathExtension == "swift" {
      declared += try String(contentsOf: file, encoding: .utf8)
    }
    for (file, text) in templates.templates {
      for tag in text.components(separatedBy: "{{").dropFirst() where !tag.hasPrefix(">") && !tag.hasPrefix("/") {
        let name = tag.prefix { $0 != "}" }.trimmingCharacters(in: CharacterSet(charactersIn: "#^{ "))
        for part in name.split(separator: ".") {
          #expect(declared.contains("let \(part):") || declared.contains("let \(part) ="), "\(part) in \(file)")
        }
      }
    }
  }

  private func render(_ templates: TemplateFolder) throws -> String {
    try Report.html(findings: Sample.findings(), figures: [], provenance: Sample.facts, templates: templates)
  }
}
