public import Findings
import Study

/// Which undefended models leak, on which data: models by datasets.
public struct MatrixFigure: Figure {
  public static let kind = "matrix"
  public let caption: Caption
  public let table: DataTable
  let rows: [String]
  let columns: [Column]
  /// A cell for each row and column.
  let cells: [[Content]]

  /// A dataset and how many people it holds.
  struct Column: Equatable, Sendable {
    let title: String
    let detail: String
  }

  /// What stands in a cell.
  enum Content: Equatable, Sendable {
    case leak(OperatingPoint?)
    case noLeak(OperatingPoint?)
    /// Where the assessment rates the model.
    case rated(Rating, OperatingPoint?)
    /// Too few people to tell, or a check of the test that failed.
    case insufficient(isCheckFailed: Bool)
    /// Skipped or failed, and why.
    case notRun(String, reason: String)
    case absent
  }

  public static func all(in findings: Findings) -> [MatrixFigure] {
    let plain = findings.results.cells.filter(\.isUndefended)
    return plain.isEmpty ? [] : [MatrixFigure(plain, findings)]
  }

  private init(_ plain: [CellResult], _ findings: Findings) {
    let words = CellWords(findings: findings)
    var models: [CellResult] = []
    var datasets: [String] = []
    for cell in plain {
      if !models.contains(where: { $0.sharesRow(cell) }) { models.append(cell) }
      if !datasets.contains(cell.dataset) { datasets.append(cell.dataset) }
    }
    // Families together, in the registry's order.
    let order = findings.names.models.map(\.name)
    func place(_ cell: CellResult) -> Int { order.firstIndex(of: cell.model) ?? order.count }
    models = models.enumerated().sorted { (place($0.element), $0.offset) < (place($1.element), $1.offset) }
      .map(\.element)
    rows = models.map(words.model)
    columns = datasets.map { Self.column($0, words) }
    cells = models.map { model in
      datasets.map { dataset in
        plain.first { $0.dataset == dataset && $0.sharesRow(model) }.map { Self.content($0, findings) } ?? .absent
      }
    }
    table = MatrixTable(rows: rows, columns: columns, cells: cells).table
    caption = MatrixWords(rows: rows, columns: columns, cells: cells, findings: findings).caption
  }

  private static func column(_ dataset: String, _ words: CellWords) -> Column {
    let facts = words.findings.results.datasets.first { $0.name == dataset }
    let people = People(of: dataset, in: words.findings.results)
    let count = facts.map { "\(grouped($0.subjects))\u{A0}\(people.plural)" }
    let domain = (facts?.domain ?? "").tidied(limit: 30)
    let detail = [domain.isEmpty ? nil : domain, count].compactMap(\.self).joined(separator: ", ")
    return Column(title: words.dataset(dataset), detail: detail)
  }

  private static func content(_ cell: CellResult, _ findings: Findings) -> Content {
    let reason = (cell.reason ?? say("no reason given")).tidied(limit: 200)
    switch cell.status {
    case .skipped: return .notRun(say("not run"), reason: reason)
    case .failed: return .notRun(say("failed"), reason: reason)
    case .done: break
    }
    let point = cell.headline?.headline?.printed.flatMap { $0.isDrawable ? $0 : nil }
    let rating = findings.assessment.rating(of: cell.id)?.rating
    let isTold = [.leak, .noLeakShown].contains(cell.verdict)
    // A rating may leave open what a verdict tells: it is shown beside the number.
    if let rating, rating != .inconclusive || isTold { return .rated(rating, point) }
    return switch cell.verdict {
    case .leak: .leak(point)
    case .noLeakShown: .noLeak(point)
    case .insufficientEvidence, nil: .insufficient(isCheckFailed: !cell.failedChecks.isEmpty)
    }
  }
}

extension CellResult {
  /// Whether two cells are of the same model with the same parameters.
  fileprivate func sharesRow(_ other: CellResult) -> Bool {
    model == other.model && parameters.model == other.parameters.model
  }
}
