import Foundation

/// The colours of paper by name, for a reader of style sheets that knows custom properties in few places.
struct Colours {
  static let sheet = "tokens.css"
  private let values: [String: String]

  /// Reads the first block of the style sheet of colours.
  init(_ folder: TemplateFolder) throws(ReportError) {
    guard let sheet = folder.styles[Self.sheet] else {
      throw .missingFile(name: Self.sheet, namedBy: TemplateFolder.printSheet)
    }
    guard let open = sheet.firstIndex(of: "{"), let close = sheet[open...].firstIndex(of: "}") else {
      throw .brokenTemplate(file: Self.sheet, line: 1, problem: "it has no block of colours")
    }
    var values: [String: String] = [:]
    for declaration in sheet[sheet.index(after: open)..<close].split(separator: ";") {
      guard let colon = declaration.firstIndex(of: ":") else { continue }
      let name = declaration[..<colon].filter { !$0.isWhitespace }
      guard name.hasPrefix("--") else { continue }
      values[name] = declaration[declaration.index(after: colon)...].filter { !$0.isWhitespace }
    }
    self.values = values
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
