import Foundation
import Reports

/// `summary.md`.
enum SummaryDocument: Document {
  static let file = "summary.md"

  static func data(from source: ReportSource) throws -> Data {
    Data(try SummaryText.text(source.findings, templates: source.templates).utf8)
  }
}

/// `findings.sarif`.
enum SARIFDocument: Document {
  static let file = "findings.sarif"

  static func data(from source: ReportSource) throws -> Data {
    try SARIFLog(source.findings, engine: source.facts.engine, templates: source.templates).data()
  }
}

/// `findings.csv`.
enum FindingsTable: Document {
  static let file = "findings.csv"

  static func data(from source: ReportSource) throws -> Data {
    Data(try FindingsCSV.text(source.findings, templates: source.templates).utf8)
  }
}
