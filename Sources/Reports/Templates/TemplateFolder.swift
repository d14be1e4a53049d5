public import Foundation

/// Templates, style sheets and fonts, read into memory.
///
///     let templates = try TemplateFolder([house, brand])  // the brand's files replace the house's of the same name
public struct TemplateFolder: Equatable, Sendable {
  /// Mustache texts by name, without `.mustache`.
  package var templates: [String: String] = [:]
  /// Style sheets by file name.
  package var styles: [String: String] = [:]
  /// What stands in the place of templates and style sheets of the same name on the print page.
  package var printTemplates: [String: String] = [:]
  package var printStyles: [String: String] = [:]
  /// Fonts by file name.
  package var fonts: [String: Data] = [:]

  /// Reads the `*.mustache` and `*.css` of `Report` and `Print`, and `Fonts/*.woff2`, of each folder.
  ///
  /// Later folders replace single files of the same name.
  public init(_ folders: [URL]) throws(ReportError) {
    for folder in folders {
      var found = 0
      for part in [Self.report, Self.print, Self.fonts] {
        for file in Self.files(in: folder.appendingPathComponent(part)) {
          try add(file, to: part)
          found += 1
        }
      }
      guard found > 0 else { throw .unreadableFolder(folder.lastPathComponent) }
    }
  }

  private static let report = "Report"
  private static let print = "Print"
  private static let fonts = "Fonts"

  private mutating func add(_ file: URL, to part: String) throws(ReportError) {
    let name = file.lastPathComponent
    guard let bytes = try? Data(contentsOf: file) else { throw .unreadableFile(name) }
    let stem = file.deletingPathExtension().lastPathComponent
    switch (part, file.pathExtension) {
    case (Self.fonts, "woff2"): fonts[name] = bytes
    case (Self.report, "css"): styles[name] = try Self.text(bytes, of: name)
    case (Self.print, "css"): printStyles[name] = try Self.text(bytes, of: name)
    case (Self.report, "mustache"): templates[stem] = try Self.text(bytes, of: name)
    case (Self.print, "mustache"): printTemplates[stem] = try Self.text(bytes, of: name)
    default: break
    }
  }

  /// The templates of the print page: those of the screen with its own in their place, and every colour written out.
  func onPaper(_ colours: Colours) throws(ReportError) -> TemplateFolder {
    var paper = self
    for (name, text) in templates.merging(printTemplates, uniquingKeysWith: { $1 }) {
      paper.templates[name] = try colours.expanded(text, file: name + ".mustache")
    }
    for (name, text) in printStyles { paper.styles[name] = try colours.expanded(text, file: name) }
    return paper
  }

  /// The text without its last line break, so that a partial can stand within a sentence.
  private static func text(_ bytes: Data, of file: String) throws(ReportError) -> String {
    guard var text = String(bytes: bytes, encoding: .utf8) else { throw .unreadableFile(file) }
    while text.last?.isNewline == true { text.removeLast() }
    return text
  }

  private static func files(in folder: URL) -> [URL] {
    let files = try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    return (files ?? []).sorted { $0.lastPathComponent < $1.lastPathComponent }
  }
}
