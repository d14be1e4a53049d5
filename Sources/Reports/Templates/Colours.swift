import Foundation
import Study

/// The colours and faces of one scheme by name, for a reader of style sheets that knows custom properties in few places.
struct Colours {
  static let sheet = "tokens.css"
  private var values: [String: String] = [:]

  /// What a page is shown on: the blocks of the style sheet in their order.
  enum Scheme: Int { case paper, dark }

  /// Reads a block of the style sheet of colours.
  init(_ folder: TemplateFolder, scheme: Scheme = .paper) throws(ReportError) {
    guard let sheet = folder.styles[Self.sheet] else {
      throw .missingFile(name: Self.sheet, namedBy: TemplateFolder.printSheet)
    }
    let blocks = sheet.components(separatedBy: ":root{").dropFirst().map { $0.prefix { $0 != "}" } }
    guard blocks.indices.contains(blocks.startIndex + scheme.rawValue) else {
      throw .brokenTemplate(file: Self.sheet, line: 1, problem: "it has no block of colours for each scheme")
    }
    for declaration in blocks[blocks.startIndex + scheme.rawValue].split(separator: ";") {
      guard let colon = declaration.firstIndex(of: ":") else { continue }
      let name = declaration[..<colon].trimmingCharacters(in: .whitespacesAndNewlines)
      guard name.hasPrefix("--") else { continue }
      values[name] = declaration[declaration.index(after: colon)...].trimmingCharacters(in: .whitespacesAndNewlines)
    }
  }

  /// - Throws: ``ReportError/brokenTemplate(file:line:problem:)`` where it is missing or no opaque colour.
  func colour(_ name: String) throws(ReportError) -> HexColour {
    guard let colour = values[name].flatMap(HexColour.init) else {
      throw .brokenTemplate(file: Self.sheet, line: 1, problem: "\(name) is not defined as #RRGGBB")
    }
    return colour
  }

  /// The same with other values for some names.
  func replacing(_ others: [String: String]) -> Colours {
    var colours = self
    colours.values.merge(others) { $1 }
    return colours
  }

  /// A text of templates with a colour in the place of each `var(--name)`.
  ///
  /// - Throws: ``ReportError/unknownColour(name:file:)`` where a colour has no such name.
  func expanded(_ text: String, file: String) throws(ReportError) -> String {
    var parts = text.components(separatedBy: "var(")
    for index in parts.indices.dropFirst() {
      guard let end = parts[index].firstIndex(of: ")"), let value = values[String(parts[index][..<end])] else {
        let name = parts[index].prefix { $0 != ")" }
        throw .unknownColour(name: String(name.prefix(40)), file: file)
      }
      parts[index] = value + parts[index][parts[index].index(after: end)...]
    }
    return parts.joined()
  }

  /// The value of `"var(--name)"` as an attribute of a drawing; the text of a drawing holds no quotation mark.
  func expandedAttributes(_ drawing: String) -> String {
    var parts = drawing.components(separatedBy: "\"var(")
    for index in parts.indices.dropFirst() {
      guard let end = parts[index].firstRange(of: ")\"") else { continue }
      let value = values[String(parts[index][..<end.lowerBound])] ?? "#000000"
      parts[index] = "\"\(value)\"" + parts[index][end.upperBound...]
    }
    return parts.joined()
  }
}
