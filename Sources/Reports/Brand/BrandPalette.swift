package import Study

/// A brand's colours as given, and as they can be used: legible on every ground and unlike a rating.
package struct BrandPalette: Equatable, Sendable {
  /// What one colour became, and by which rule.
  package struct Change: Equatable, Sendable {
    /// Such as `accent as text, light`.
    package let use: String
    package let given: HexColour
    package let used: HexColour
    /// Why it was or was not changed.
    package let rule: String
  }

  /// Text and links on light and dark pages; ink where the accent resembles a rating.
  package let text: Pair
  /// Bars and rules.
  package let mark: Pair
  /// A tint of the page.
  package let soft: Pair
  package let cover: Cover
  /// The accent is too near a rating: links are told by a line, the mark alone keeps the colour.
  package let isNearRating: Bool
  package private(set) var changes: [Change] = []

  package struct Pair: Equatable, Sendable {
    package let light: HexColour
    package let dark: HexColour
  }

  /// The first page of the PDF.
  package struct Cover: Equatable, Sendable {
    package let ground: HexColour
    package let ink: HexColour
    /// Smaller text.
    package let second: HexColour
    package let mark: HexColour
    package let kicker: HexColour
    /// Whether a logo made for dark grounds belongs on it.
    package let isDark: Bool
  }

  /// Accent and ratings must differ by at least this much, CIEDE2000.
  static let leastDifference = 10.0
  static let textContrast = 4.5
  static let titleContrast = 7.0
  static let markContrast = 3.0
  private static let tint = 0.16

  /// Mends what a brand gives.
  ///
  /// - Throws: ``ReportError/brokenTemplate(file:line:problem:)`` where the house's style sheet lacks a colour.
  package init(_ sheet: BrandSheet, templates: TemplateFolder) throws(ReportError) {
    let light = try Colours(templates)
    let dark = try Colours(templates, scheme: .dark)
    let accent = sheet.accent
    let paper = try light.colour("--bg")
    let ink = try light.colour("--ink")
    let grounds = (
      light: [paper, try light.colour("--surface")], dark: [try dark.colour("--bg"), try dark.colour("--surface")]
    )
    let onLight = accent.mended(on: grounds.light, contrast: Self.textContrast, isDarker: true)
    let onDark = accent.mended(on: grounds.dark, contrast: Self.textContrast, isDarker: false)
    var ratings: [HexColour] = []
    for name in ["--rC", "--rH", "--rM", "--rL", "--warn"] {
      ratings += [try light.colour(name), try dark.colour(name)]
    }
    func isNear(_ colour: HexColour) -> Bool {
      ratings.contains { LabColour($0).difference(from: LabColour(colour)) < Self.leastDifference }
    }
    isNearRating = isNear(onLight) || isNear(onDark)
    text = isNearRating ? Pair(light: ink, dark: try dark.colour("--ink")) : Pair(light: onLight, dark: onDark)
    func mark(_ ground: HexColour, else text: HexColour) -> HexColour {
      accent.contrast(with: ground) >= Self.markContrast ? accent : text
    }
    self.mark = Pair(light: mark(paper, else: onLight), dark: mark(grounds.dark[0], else: onDark))
    soft = Pair(
      light: accent.over(paper, share: Self.tint), dark: accent.over(grounds.dark[0], share: Self.tint))
    cover = Self.cover(sheet, paper: paper, ink: ink)
    changes = Self.changes(sheet, text: (onLight, onDark), palette: self)
  }

  private static func cover(_ sheet: BrandSheet, paper: HexColour, ink: HexColour) -> Cover {
    var ground =
      switch sheet.ground {
      case .dark: ink
      case .light: paper
      case .brand: sheet.coverGround ?? sheet.accent
      }
    var letters = sheet.coverInk ?? paper
    if letters.contrast(with: ground) < titleContrast {
      letters = [paper, ink].max { $0.contrast(with: ground) < $1.contrast(with: ground) } ?? ink
      let isDarker = letters == paper
      ground = ground.mended(on: [letters], contrast: titleContrast, isDarker: isDarker)
    }
    // Letters lighter than their ground stand on a dark one.
    let isDark = LabColour(letters).lightness > LabColour(ground).lightness
    let second = letters.over(ground, share: 0.86)
    let mended = sheet.accent.mended(on: [ground], contrast: textContrast, isDarker: !isDark)
    return Cover(
      ground: ground, ink: letters, second: second.contrast(with: ground) >= textContrast ? second : letters,
      mark: sheet.accent.contrast(with: ground) >= markContrast ? sheet.accent : mended, kicker: mended,
      isDark: isDark)
  }

  private static func changes(
    _ sheet: BrandSheet, text: (light: HexColour, dark: HexColour), palette: BrandPalette
  ) -> [Change] {
    func rule(_ given: HexColour, _ used: HexColour, _ test: String) -> String {
      given == used ? "\(test): kept" : "\(test): mended"
    }
    let accent = sheet.accent
    func change(_ use: String, _ used: HexColour, _ test: String) -> Change {
      Change(use: use, given: accent, used: used, rule: rule(accent, used, test))
    }
    let near = "nearer than \(Int(leastDifference)) (CIEDE2000) to a rating: text is ink and links have a line"
    let far = "at least 4.5 to 1 on page and surface"
    var result = [
      Change(
        use: "accent as text, light", given: accent, used: palette.text.light,
        rule: palette.isNearRating ? near : rule(accent, text.light, far)),
      Change(
        use: "accent as text, dark", given: accent, used: palette.text.dark,
        rule: palette.isNearRating ? near : rule(accent, text.dark, far)),
      change("mark and rules, light", palette.mark.light, "at least 3 to 1 on the page"),
      change("mark and rules, dark", palette.mark.dark, "at least 3 to 1 on the page"),
      change("mark on the cover", palette.cover.mark, "at least 3 to 1 on the cover"),
      change("kicker on the cover", palette.cover.kicker, "at least 4.5 to 1 on the cover"),
    ]
    if let given = sheet.ground == .brand ? sheet.coverGround ?? accent : nil {
      let used = palette.cover.ground
      result.append(
        Change(
          use: "cover ground", given: given, used: used,
          rule: rule(given, used, "at least 7 to 1 under the title")))
    }
    if let given = sheet.coverInk {
      let used = palette.cover.ink
      result.append(
        Change(use: "cover ink", given: given, used: used, rule: rule(given, used, "at least 7 to 1 on the cover")))
    }
    return result
  }
}
