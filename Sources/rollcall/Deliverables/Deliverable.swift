import ArgumentParser
import Figures
import Findings
import Foundation
import Reports
import Study

/// A document that `rollcall report --format` makes from stored results.
///
/// A new one is a case here and a ``Document`` in a file of its own.
enum Deliverable: String, CaseIterable {
  case html, pdf, md, sarif, csv

  var document: any Document.Type {
    switch self {
    case .html: HTMLDocument.self
    case .pdf: PDFDocument.self
    case .md: SummaryDocument.self
    case .sarif: SARIFDocument.self
    case .csv: FindingsTable.self
    }
  }

  /// Reads `html,pdf`; the order and repetitions do not matter.
  ///
  /// - Throws: `ValidationError` on a name that is none.
  static func list(_ text: String) throws -> [Deliverable] {
    let known = allCases.map(\.rawValue)
    var chosen: Set<Deliverable> = []
    for name in text.split(separator: ",", omittingEmptySubsequences: false).map(String.init) {
      guard let deliverable = Deliverable(rawValue: name) else {
        throw ValidationError("--format holds '\(name.prefix(40))'\(Nearest.hint(for: name, in: known))")
      }
      chosen.insert(deliverable)
    }
    return allCases.filter(chosen.contains)
  }
}

/// How one kind of document is made.
protocol Document {
  /// Its name in the folder of the run.
  static var file: String { get }
  /// Whether it shows figures, which are drawn for it.
  static var hasFigures: Bool { get }
  /// Finds what the document needs from outside before time is spent on it.
  static func prepare() async throws
  /// The bytes of the document: the same from the same source.
  static func data(from source: ReportSource) async throws -> Data
}

extension Document {
  static var hasFigures: Bool { false }
  static func prepare() async throws {}
}

/// What documents are made from.
struct ReportSource: Sendable {
  let findings: Findings
  /// Empty unless a document that is asked for shows them.
  let figures: [DrawnFigure]
  let facts: ReproductionFacts
  let templates: TemplateFolder
  let brand: Brand?
  /// Told what is being done.
  let tell: @Sendable (String) -> Void
}
