import Foundation
import Reports
import Study

/// The languages that a report can be made in: English, and one for each file beside the templates.
struct LanguageFolder {
  static let name = "Languages"
  /// The list of English messages, which is no language.
  private static let catalogue = "messages"
  private static let largestFile = 4 << 20

  /// With all templates.
  let templates: URL

  /// The language that a report states, else its brand's, else English.
  ///
  /// - Throws: ``LanguageError/unknown(tag:known:)``, ``Files/FileError``, ``Study/ManifestError``.
  func language(_ stated: String?, brand: Brand?) throws -> Language {
    guard let tag = stated ?? brand?.sheet.language, !Self.english.contains(tag) else { return .english }
    let known = self.known
    guard known.contains(tag) else { throw LanguageError.unknown(tag: tag, known: Self.english + known) }
    let file = "\(tag).yaml"
    let bytes = try GivenFile.bytes(
      of: templates.appendingPathComponent("\(Self.name)/\(file)"), most: Self.largestFile)
    return try Language.read(Array(bytes), tag: tag, file: "Templates/\(Self.name)/\(file)")
  }

  private static let english = ["en", Language.english.tag]

  private var known: [String] {
    let names = try? FileManager.default.contentsOfDirectory(
      atPath: templates.appendingPathComponent(Self.name).path)
    return (names ?? []).filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }
      .filter { $0 != Self.catalogue }.sorted()
  }
}

/// Why a report cannot be made in a language.
enum LanguageError: Error, Equatable, CustomStringConvertible {
  case unknown(tag: String, known: [String])

  var description: String {
    switch self {
    case .unknown(let tag, let known):
      "there is no language '\(tag)': use one of \(known.joined(separator: ", ")), or add "
        + "Templates/\(LanguageFolder.name)/\(tag).yaml"
    }
  }
}
