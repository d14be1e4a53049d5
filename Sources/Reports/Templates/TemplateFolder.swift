public import Foundation

/// Templates, style sheets and fonts, read into memory.
///
///     let templates = try TemplateFolder([house, brand])  // the brand's files replace the house's of the same name
public struct TemplateFolder: Equatable, Sendable {
  /// Mustache texts by name, without `.mustache`.
  package var templates: [String: String] = [:]
  /// Style sheets by file name.
  package var styles: [String: String] = [:]
  /// Fonts by file name.
  package var fonts: [String: Data] = [:]

  /// Reads `Report/*.mustache`, `Report/*.css` and `Fonts/*.woff2` of each folder; later folders replace single files.
  public init(_ folders: [URL]) throws(ReportError) {
    for folder in folders {
      var found = 0
      for part in ["Report", "Fonts"] {
        for file in Self.files(in: folder.appendingPathComponent(part)) {
          try add(file)
          found += 1
        }
      }
      guard found > 0 else { throw .unreadableFolder(folder.lastPathComponent) }
    }
  }

  private mutating func add(_ file: URL) throws(ReportError) {
    let name = file.lastPathComponent
    guard let bytes = try? Data(contentsOf: file) else { throw .unreadableFile(name) }
    switch file.pathExtension {
    case "woff2": fonts[name] = bytes
    case "css": styles[name] = try Self.text(bytes, of: name)
    case "mustache": templates[file.deletingPathExtension().lastPathComponent] = try Self.text(bytes, of: name)
    default: break
    }
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
