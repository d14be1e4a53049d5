import Foundation
import Reports
import Study

/// Brands made up in temporary folders.
enum BrandSample {
  static let yaml = """
    name: Meranti
    legal-name: Meranti Advisory
    contact: privacy@meranti.example
    colours: {accent: "#0B5C7A"}
    classification: Sulit
    """
  static let logo = #"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path d="M0 0h8v8z"/></svg>"#

  static func sheet(_ text: String = yaml) throws -> BrandSheet {
    try BrandSheet.read(Array(text.utf8), file: "brand.yaml")
  }

  static func palette(_ sheet: BrandSheet) throws -> BrandPalette {
    try BrandPalette(sheet, templates: Sample.templates())
  }

  /// A brand of files by path; nil takes one of the usual out.
  static func brand(_ changes: [String: Data?] = [:]) throws -> Brand {
    let folder = FileManager.default.temporaryDirectory.appending(path: "rollcall-brand-\(UUID().uuidString)/meranti")
    defer { try? FileManager.default.removeItem(at: folder.deletingLastPathComponent()) }
    var files: [String: Data?] = ["brand.yaml": Data(yaml.utf8), "logo.svg": Data(logo.utf8)]
    files.merge(changes) { $1 }
    for (path, bytes) in files {
      let url = folder.appending(path: path)
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try bytes?.write(to: url)
    }
    return try Brand(reading: folder)
  }

  static func html(_ sheet: BrandSheet) throws -> String {
    let cover = sheet.coverGround.map { ", cover-ground: \"\($0)\"" } ?? ""
    return try html(yaml.replacing("#0B5C7A\"", with: "\(sheet.accent)\"\(cover)"))
  }

  static func html(_ yaml: String = yaml) throws -> String {
    let results = Sample.results()
    return try Report.html(
      findings: Sample.findings(), figures: Sample.figures(results), provenance: Sample.facts,
      templates: Sample.templates(), brand: brand(["brand.yaml": Data(yaml.utf8)]))
  }
}
