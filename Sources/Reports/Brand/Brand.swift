import Figures
public import Foundation
public import Study

/// Under whose name a report goes out: what a brand's folder holds, checked.
public struct Brand: Equatable, Sendable {
  public let sheet: BrandSheet
  /// SVG.
  let logo: Data
  /// For dark grounds; the other stands on a plate there where it is missing.
  let darkLogo: Data?
  /// What `cover.md` says, by paragraphs.
  let paragraphs: [String]
  /// By file name.
  let fonts: [String: Data]
  /// What was read, by path in the folder: enough to make the report again.
  public let files: [(path: String, bytes: Data)]
  /// What was left out, for the log.
  public let warnings: [String]

  static let largestSheet = 64 << 10
  static let largestLogo = 64 << 10
  static let largestFont = 300 << 10
  static let mostFonts = 4
  static let mostWords = 60
  /// What a report writes beside plain letters.
  static let characters =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 .,:;!?()%/×–—‘’“”·…→←↑↓²³εδσ≥≤±\u{A0}\u{2212}"

  public static func == (one: Brand, other: Brand) -> Bool {
    one.files.map(\.path) == other.files.map(\.path) && one.files.map(\.bytes) == other.files.map(\.bytes)
  }

  /// Reads `brand.yaml`, `logo.svg`, `logo-dark.svg`, `cover.md` and the fonts that the first names.
  ///
  /// - Throws: ``BrandError``, ``Study/ManifestError``.
  public init(reading folder: URL) throws {
    var files: [(path: String, bytes: Data)] = []
    func read(_ path: String, most: Int) throws(BrandError) -> Data? {
      let url = folder.appendingPathComponent(path)
      guard FileManager.default.fileExists(atPath: url.path) else { return nil }
      let size = (try? FileManager.default.attributesOfItem(atPath: url.path)[.size] as? NSNumber)?.intValue
      guard let size else { throw .unreadable(file: path) }
      guard size <= most else { throw .tooLarge(file: path, bytes: size, most: most) }
      guard let bytes = try? Data(contentsOf: url) else { throw .unreadable(file: path) }
      files.append((path, bytes))
      return bytes
    }
    let name = folder.lastPathComponent
    guard let yaml = try read(Self.sheetFile, most: Self.largestSheet) else {
      throw BrandError.missing(file: Self.sheetFile, folder: name)
    }
    sheet = try BrandSheet.read(Array(yaml), file: "\(name)/\(Self.sheetFile)").plain
    guard let logo = try read(Self.logoFile, most: Self.largestLogo) else {
      throw BrandError.missing(file: Self.logoFile, folder: name)
    }
    self.logo = logo
    darkLogo = try read(Self.darkLogoFile, most: Self.largestLogo)
    try LogoCheck.check(logo, file: Self.logoFile)
    if let darkLogo { try LogoCheck.check(darkLogo, file: Self.darkLogoFile) }
    paragraphs = try read(Self.coverFile, most: Self.largestSheet).map(Self.cover) ?? []
    var fonts: [String: Data] = [:]
    var warnings: [String] = []
    let named = Set(sheet.fonts.files).sorted()
    guard named.count <= Self.mostFonts else { throw BrandError.tooManyFonts(count: named.count, most: Self.mostFonts) }
    for file in named {
      let path = "fonts/\(file)"
      guard let bytes = try read(path, most: Self.largestFont) else {
        throw BrandError.missing(file: path, folder: name)
      }
      if let problem = Self.fault(of: folder.appendingPathComponent(path)) {
        warnings.append("the brand's \(path) \(problem): the house face stands in its place")
      } else {
        fonts[file] = bytes
      }
    }
    self.fonts = fonts
    self.warnings = warnings
    self.files = files
  }

  private static let sheetFile = "brand.yaml"
  private static let logoFile = "logo.svg"
  private static let darkLogoFile = "logo-dark.svg"
  private static let coverFile = "cover.md"

  private static func fault(of font: URL) -> String? {
    guard let coverage = FontCoverage(of: font, asking: characters) else { return "is no font that can be read" }
    guard coverage.missing.isEmpty else { return "lacks \(coverage.missing.prefix(20))" }
    return FigureWidths(of: font)?.lineUp == true ? nil : "has no figures of equal width, which columns need"
  }

  private static func cover(_ bytes: Data) throws -> [String] {
    guard let text = String(bytes: bytes, encoding: .utf8) else { throw BrandError.unreadable(file: coverFile) }
    let words = text.split { $0.isWhitespace }.count
    guard words <= mostWords else {
      throw BrandError.tooManyWords(file: coverFile, words: words, most: mostWords)
    }
    return text.components(separatedBy: "\n\n")
      .map { PlainText.plain($0.split { $0.isWhitespace }.joined(separator: " ")) }.filter { !$0.isEmpty }
  }
}

extension BrandSheet {
  /// The same without what hides or turns text.
  fileprivate var plain: BrandSheet {
    var sheet = self
    sheet.name = PlainText.plain(name)
    sheet.classification = PlainText.plain(classification)
    sheet.legalName = legalName.map(PlainText.plain)
    sheet.contact = contact.map(PlainText.plain)
    sheet.kicker = kicker.map(PlainText.plain)
    sheet.title = title.map(PlainText.plain)
    return sheet
  }
}
