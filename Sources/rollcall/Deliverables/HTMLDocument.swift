import Foundation
import Reports

/// `report.html`.
enum HTMLDocument: Document {
  static let file = "report.html"
  static let hasFigures = true

  static func data(from source: ReportSource) throws -> Data { try data(of: source) }

  static func data(of source: ReportSource) throws(ReportError) -> Data {
    Data(
      try Report.html(
        findings: source.findings, figures: source.figures, provenance: source.facts, templates: source.templates,
        brand: source.brand
      ).utf8)
  }
}
