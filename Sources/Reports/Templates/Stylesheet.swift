import Foundation

extension TemplateFolder {
  static let fontSheet = "fonts.css"
  static let pageSheet = "report.css"

  /// The style of the page with every font embedded.
  func stylesheet() throws(ReportError) -> String {
    try embedded(sheet(Self.fontSheet)) + "\n" + sheet(Self.pageSheet)
  }

  private func sheet(_ name: String) throws(ReportError) -> String {
    guard let sheet = styles[name] else { throw .missingFile(name: name, namedBy: "the report") }
    return sheet
  }

  /// Puts the bytes of a font in the place of each `url(Name.woff2)`.
  private func embedded(_ sheet: String) throws(ReportError) -> String {
    var parts = sheet.components(separatedBy: "url(")
    for index in parts.indices.dropFirst() {
      guard let end = parts[index].firstIndex(of: ")") else {
        throw .brokenTemplate(file: Self.fontSheet, line: 1, problem: "'url(' is not closed")
      }
      let name = String(parts[index][..<end])
      guard let font = fonts[name] else { throw .missingFile(name: name, namedBy: Self.fontSheet) }
      parts[index] = "data:font/woff2;base64," + font.base64EncodedString() + parts[index][end...]
    }
    return parts.joined(separator: "url(")
  }
}
