import Foundation
import Study

/// The brand on the cover and in the foot.
struct BrandBlock: Page {
  let name: String
  let legalName: String?
  let contact: String?
  let kicker: String?
  let title: String?
  let classification: String
  /// SVG in base64.
  let logo: String
  /// For dark grounds, likewise.
  let darkLogo: String?
  /// Whether the cover of the PDF is dark.
  let isDark: Bool
  let paragraphs: [String]

  init(_ style: BrandStyle) {
    let (brand, sheet) = (style.brand, style.brand.sheet)
    name = sheet.name
    legalName = sheet.legalName
    contact = sheet.contact
    kicker = sheet.kicker
    title = sheet.title
    classification = sheet.classification
    logo = brand.logo.base64EncodedString()
    darkLogo = brand.darkLogo?.base64EncodedString()
    isDark = style.palette.cover.isDark
    paragraphs = brand.paragraphs
  }
}
