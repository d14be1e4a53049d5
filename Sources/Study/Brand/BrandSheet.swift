import Yams

/// What `brand.yaml` says: under whose name and in which colours a report goes out.
public struct BrandSheet: Equatable, Sendable {
  public var name: String
  /// On the cover and every foot.
  public var legalName: String?
  public var contact: String?
  /// Of the reports that name none.
  public var language: String?
  /// Stands where a manifest states none.
  public var classification: String
  public var accent: HexColour
  public var coverGround: HexColour?
  public var coverInk: HexColour?
  public var ground: Ground
  /// Above the title, in the place of what kind of document it is.
  public var kicker: String?
  /// Stands where a manifest states none.
  public var title: String?
  public var fonts: Fonts

  /// What the cover of the PDF is printed on.
  public enum Ground: String, CaseIterable, Sendable { case dark, light, brand }

  /// Files in the brand's folder `fonts`.
  public struct Fonts: Equatable, Sendable {
    /// Headings.
    public var title: String?
    /// Running text.
    public var text: String?
    /// Tables, labels and notes.
    public var ui: String?
    /// Under which licence they are embedded.
    public var licence: String?

    public var files: [String] { [title, text, ui].compactMap { $0 } }
  }
}

extension BrandSheet {
  /// Reads `brand.yaml`.
  ///
  /// - Parameters:
  ///   - text: UTF-8 YAML.
  ///   - file: How messages call the file.
  /// - Throws: ``ManifestError`` with file, line, column and remedy.
  public static func read(_ text: [UInt8], file: String) throws(ManifestError) -> BrandSheet {
    let root = try ManifestNode.root(of: text, file: file, kind: "a brand")
    let members = try root.members(
      of: "the brand",
      known: ["name", "legal-name", "contact", "language", "colours", "fonts", "cover", "classification"])
    guard let name = members["name"] else { throw root.error("the brand has no 'name': add it") }
    guard let colours = members["colours"] else {
      throw root.error("the brand has no 'colours': add colours: {accent: \"#RRGGBB\"}")
    }
    let palette = try colours.members(of: "colours", known: ["accent", "cover-ground", "cover-ink"])
    guard let accent = palette["accent"] else {
      throw colours.error("colours has no 'accent': add it as \"#RRGGBB\"")
    }
    guard let classification = members["classification"] else {
      throw root.error("the brand has no 'classification': add it, such as Confidential")
    }
    let cover = try members["cover"]?.members(of: "cover", known: ["ground", "kicker", "title"]) ?? [:]
    var sheet = BrandSheet(
      name: try name.text(of: "name", longest: 80),
      classification: try classification.text(of: "classification", longest: 60),
      accent: try accent.colour(of: "accent"),
      ground: .dark, fonts: try members["fonts"]?.brandFonts() ?? Fonts())
    sheet.language = try members["language"]?.languageTag(of: "language")
    sheet.legalName = try members["legal-name"]?.text(of: "legal-name", longest: 120)
    sheet.contact = try members["contact"]?.text(of: "contact", longest: 200)
    sheet.coverGround = try palette["cover-ground"]?.colour(of: "cover-ground")
    sheet.coverInk = try palette["cover-ink"]?.colour(of: "cover-ink")
    if let ground = cover["ground"] {
      sheet.ground = try ground.choice(of: "ground", among: Ground.allCases.map { ($0.rawValue, $0) })
    }
    sheet.kicker = try cover["kicker"]?.text(of: "kicker", longest: 80)
    sheet.title = try cover["title"]?.line(of: "title", longest: 120)
    return sheet
  }

  private init(name: String, classification: String, accent: HexColour, ground: Ground, fonts: Fonts) {
    self.name = name
    self.classification = classification
    self.accent = accent
    self.ground = ground
    self.fonts = fonts
  }
}

extension ManifestNode {
  /// Text that may be left empty, which is the same as leaving it out.
  fileprivate func line(of what: String, longest: Int) throws(ManifestError) -> String? {
    if case .scalar(let scalar) = node, scalar.string.isEmpty { return nil }
    return try text(of: what, longest: longest)
  }

  fileprivate func colour(of what: String) throws(ManifestError) -> HexColour {
    let text = try text(of: what, longest: 40)
    guard let colour = HexColour(text) else {
      throw error("\(what) must be an opaque colour written as \"#RRGGBB\", not \(shown)")
    }
    return colour
  }

  fileprivate func brandFonts() throws(ManifestError) -> BrandSheet.Fonts {
    let members = try members(of: "fonts", known: ["title", "text", "ui", "licence"])
    var fonts = BrandSheet.Fonts()
    fonts.title = try members["title"]?.fontFile(of: "title")
    fonts.text = try members["text"]?.fontFile(of: "text")
    fonts.ui = try members["ui"]?.fontFile(of: "ui")
    fonts.licence = try members["licence"]?.text(of: "licence", longest: 120)
    guard fonts.files.isEmpty || fonts.licence != nil else {
      throw error("fonts has no 'licence': say under which licence they may be embedded")
    }
    return fonts
  }

  private func fontFile(of what: String) throws(ManifestError) -> String {
    let name = try text(of: what, longest: 80)
    let isPlain = name.utf8.allSatisfy { byte in
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) || (0x30...0x39).contains(byte)
        || "-_.".utf8.contains(byte)
    }
    guard isPlain, !name.hasPrefix("."), name.hasSuffix(".woff2") || name.hasSuffix(".otf") else {
      throw error("\(what) must be the name of a .woff2 or .otf file in the brand's folder fonts, not \(shown)")
    }
    return name
  }
}
