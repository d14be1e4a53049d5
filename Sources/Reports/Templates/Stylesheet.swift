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
  func pageStyle(_ brand: BrandStyle?) throws(ReportError) -> PageStyle {
    var sheets = try [embedded(Self.fontSheet), sheet(Colours.sheet), sheet(Self.pageSheet)]
    if let brand { sheets.append(brand.sheet) }
    return PageStyle(
      sheet: sheets.joined(separator: "\n"), newer: Data(try sheet(Self.newerSheet).utf8).base64EncodedString())
  }

  /// The style of the print page; faces that it does not embed come from the system.
  func printStyle(_ brand: BrandStyle?) throws(ReportError) -> PageStyle {
    PageStyle(
      sheet: [brand?.fontFaces ?? "", try embedded(Self.printSheet)].filter { !$0.isEmpty }.joined(separator: "\n"))
  }

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
