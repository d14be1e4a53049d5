import Foundation
import Study

/// A brand's colours and faces in the place of the house's.
struct BrandStyle {
  let brand: Brand
  let palette: BrandPalette

  /// - Throws: ``ReportError`` where the house's style sheet lacks a colour.
  init(_ brand: Brand, templates: TemplateFolder) throws(ReportError) {
    self.brand = brand
    palette = try BrandPalette(brand.sheet, templates: templates)
  }

  /// Values of the light scheme, which is paper's too.
  var light: [String: String] {
    let cover = palette.cover
    return faces.merging([
      "--accent": "\(palette.text.light)", "--mark": "\(palette.mark.light)", "--accentsoft": "\(palette.soft.light)",
      "--link": palette.isNearRating ? "underline" : "none", "--cover": "\(cover.ground)",
      "--coverink": "\(cover.ink)", "--coversecond": "\(cover.second)", "--covermark": "\(cover.mark)",
      "--coverkicker": "\(cover.kicker)",
    ]) { $1 }
  }

  private var dark: [String: String] {
    [
      "--accent": "\(palette.text.dark)", "--mark": "\(palette.mark.dark)", "--accentsoft": "\(palette.soft.dark)",
    ]
  }

  private static let uses: [(token: String, family: String, fallback: String)] = [
    ("--display", "Brand Title", "\"Inter Display\",\"Inter\",system-ui,sans-serif"),
    ("--prose", "Brand Text", "\"Noto Serif\",\"Inter\",Georgia,serif"),
    ("--ui", "Brand Labels", "\"Inter\",system-ui,sans-serif"),
  ]

  private var chosen: [String?] { [brand.sheet.fonts.title, brand.sheet.fonts.text, brand.sheet.fonts.ui] }

  private var faces: [String: String] {
    var values: [String: String] = [:]
    for (use, file) in zip(Self.uses, chosen) where file.map({ brand.fonts[$0] != nil }) == true {
      values[use.token] = "\"\(use.family)\",\(use.fallback)"
    }
    return values
  }

  /// The fonts themselves.
  var fontFaces: String {
    zip(Self.uses, chosen).compactMap { use, file in
      guard let file, let bytes = brand.fonts[file] else { return nil }
      let kind = file.hasSuffix(".otf") ? "otf" : "woff2"
      let format = kind == "otf" ? "opentype" : "woff2"
      return "@font-face{font-family:\"\(use.family)\";src:url(data:font/\(kind);base64,\(bytes.base64EncodedString()))"
        + " format(\"\(format)\")}"
    }.joined(separator: "\n")
  }

  /// What follows the house's style sheets on the page.
  var sheet: String {
    func block(_ values: [String: String]) -> String {
      ":root{" + values.sorted { $0.key < $1.key }.map { "\($0.key):\($0.value)" }.joined(separator: ";") + "}"
    }
    return [fontFaces, block(light), "@media screen and (prefers-color-scheme:dark){\(block(dark))}"]
      .filter { !$0.isEmpty }.joined(separator: "\n")
  }
}
