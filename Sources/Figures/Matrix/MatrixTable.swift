import Findings
import Study

/// The matrix in numbers: a line for each model on each dataset.
struct MatrixTable {
  let rows: [String]
  let columns: [MatrixFigure.Column]
  let cells: [[MatrixFigure.Content]]

  var table: DataTable {
    let points = cells.flatMap(\.self).compactMap(\.point)
    let style = RateColumn(widths: points.map { $0.high - $0.low })
    var lines: [[DataTable.Cell]] = []
    for (column, place) in columns.indices.map({ (columns[$0], $0) }) {
      for (row, contents) in zip(rows, cells) {
        let content = contents[place]
        let numbers =
          content.point.map { point in
            [
              style.cell(point.value, point.low, point.high),
              DataTable.Cell(say("\(Rates.oneIn(point.fprLimit)) wrongly accused")),
            ]
          } ?? [DataTable.Cell("n/a: \(content.reason)"), DataTable.Cell("n/a")]
        lines.append([DataTable.Cell(column.title), DataTable.Cell(row), DataTable.Cell(content.word)] + numbers)
      }
    }
    let isRated = cells.joined().contains { $0.rating != nil }
    return DataTable(
      title: say("Each model on each dataset"),
      columns: [
        .init(say("Dataset")), .init(say("Model")), .init(isRated ? say("Rating") : say("Verdict")),
        .init(say("Training people found"), unit: RateColumn.unit, isNumber: true), .init(say("Read at")),
      ], rows: lines)
  }
}

extension MatrixFigure.Content {
  var point: OperatingPoint? {
    switch self {
    case .leak(let point), .noLeak(let point), .rated(_, let point): point
    case .insufficient, .notRun, .absent: nil
    }
  }

  var rating: Rating? {
    if case .rated(let rating, _) = self { rating } else { nil }
  }

  /// What stands in its place in a table.
  fileprivate var word: String {
    switch self {
    case .leak: say("Leak shown")
    case .noLeak: say("No leak shown")
    case .rated(let rating, _): rating.said
    case .insufficient: say("Insufficient evidence")
    case .notRun(let what, _): what.capitalisedFirst
    case .absent: say("Not in the plan")
    }
  }

  /// Why there is no number.
  fileprivate var reason: String {
    switch self {
    case .leak, .noLeak: say("told by order of scores only")
    case .insufficient(let isCheckFailed):
      isCheckFailed ? say("a check of the test failed") : say("too few people to tell")
    case .rated: say("no rate of wrong accusations could be told")
    case .notRun(_, let reason): reason
    case .absent: say("not in the plan")
    }
  }
}
