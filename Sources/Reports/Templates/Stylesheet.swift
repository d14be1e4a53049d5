import Foundation

/// The style sheets of a page.
struct PageStyle {
  let sheet: String
  /// What browsers learnt lately, in base64; empty on the print page.
  var newer = ""
}

extension TemplateFolder {
  static let fontSheet = "fonts.css"
  static let pageSheet = "report.css"
  static let newerSheet = "newer.css"
  static let printSheet = "print.css"

  /// The style of the HTML page with every font embedded.
  func pageStyle() throws(ReportError) -> PageStyle {
    let sheets = try [embedded(Self.fontSheet), sheet(Colours.sheet), sheet(Self.pageSheet)]
    return PageStyle(
      sheet: sheets.joined(separator: "\n"), newer: Data(try sheet(Self.newerSheet).utf8).base64EncodedString())
  }

  /// The style of the print page; faces that it does not embed come from the system.
  func printStyle() throws(ReportError) -> PageStyle { PageStyle(sheet: try embedded(Self.printSheet)) }

  private func sheet(_ name: String) throws(ReportError) -> String {
    guard let sheet = styles[name] else { throw .missingFile(name: name, namedBy: "the report") }
    return sheet
  }

  /// Puts the bytes of a font in the place of each `url(Name.woff2)`.
  private func embedded(_ file: String) throws(ReportError) -> String {
    var parts = try sheet(file).components(separatedBy: "url(")
    for index in parts.indices.dropFirst() {
      guard let end = parts[index].firstIndex(of: ")") else {
        throw .brokenTemplate(file: file, line: 1, problem: "'url(' is not closed")
      }
      let name = String(parts[index][..<end])
      guard let font = fonts[name] else { throw .missingFile(name: name, namedBy: file) }
      parts[index] = "data:font/woff2;base64," + font.base64EncodedString() + parts[index][end...]
    }
    return parts.joined(separator: "url(")
  }
}
