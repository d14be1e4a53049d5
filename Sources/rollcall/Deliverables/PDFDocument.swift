import Findings
import Foundation
import Reports
import Study

/// `report.pdf`, laid out by WeasyPrint from a page of its own.
enum PDFDocument: Document {
  static let file = "report.pdf"
  static let hasFigures = true

  static func prepare() async throws { try await WeasyPrint.find() }

  static func data(from source: ReportSource) async throws -> Data {
    let page = try Report.printPage(
      findings: source.findings, figures: source.figures, provenance: source.facts, templates: source.templates,
      brand: source.brand)
    return try await WeasyPrint(epoch: epoch(source.findings.results.date)).pdf(of: page, tell: source.tell)
  }

  /// Seconds from 1970 to the study's day, in UTC: the only time that a document speaks of.
  static func epoch(_ date: String?) -> Int {
    guard let date = date.flatMap(CalendarDate.init) else { return 0 }
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .gmt
    let day = calendar.date(from: DateComponents(year: date.year, month: date.month, day: date.day))
    // Fonts cannot be older than 1970.
    return max(0, Int(day?.timeIntervalSince1970 ?? 0))
  }
}
