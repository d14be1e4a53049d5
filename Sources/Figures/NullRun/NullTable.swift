import Findings

/// The null runs in numbers, each beside the attack in earnest.
struct NullTable {
  let panels: [NullFigure.Panel]
  /// More lines than this are summed up, an attack a line.
  static let most = 200

  private static let unit = "AUC, 95\(Rates.space)% interval"

  var table: DataTable {
    panels.reduce(0) { $0 + $1.runs.count } <= Self.most ? full : summary
  }

  private var full: DataTable {
    let runs = panels.flatMap(\.runs)
    let redrawn = RateColumn(widths: runs.map { $0.redrawn.high - $0.redrawn.low }, scale: 1)
    let real = RateColumn(widths: runs.compactMap(\.real).map { $0.high - $0.low }, scale: 1)
    let rows = panels.flatMap { panel in
      panel.runs.map { run in
        [
          DataTable.Cell(panel.title), DataTable.Cell(run.cell), redrawn.cell(run.redrawn),
          DataTable.Cell(run.p.isFinite ? run.p < 0.001 ? "below 0.001" : decimal(run.p, places: 3) : "n/a: no test"),
          run.real.map(real.cell) ?? DataTable.Cell("n/a: no figure was made"),
        ]
      }
    }
    return DataTable(
      title: "Each attack with memberships redrawn and in earnest",
      columns: [
        .init("Attack"), .init("Data, model, defence"), .init("Redrawn", unit: Self.unit, isNumber: true),
        .init("p", unit: "two-sided, of 0.5", isNumber: true), .init("In earnest", unit: Self.unit, isNumber: true),
      ], rows: rows)
  }

  private var summary: DataTable {
    let rows = panels.map { panel in
      [
        DataTable.Cell(panel.title), DataTable.Cell(grouped(panel.runs.count)),
        DataTable.Cell(NullWords.range(panel.runs.map(\.redrawn.value))),
        DataTable.Cell(grouped(panel.runs.count(where: \.strays))),
        DataTable.Cell(panel.real ?? "n/a: no figure was made"),
      ]
    }
    return DataTable(
      title: "Each attack with memberships redrawn and in earnest",
      columns: [
        .init("Attack"), .init("Runs", isNumber: true),
        .init("Redrawn", unit: "AUC, lowest to highest", isNumber: true),
        .init("Leave 0.5 out", unit: "intervals", isNumber: true),
        .init("In earnest", unit: "AUC, lowest to highest", isNumber: true),
      ], rows: rows, note: "Each run with its interval is in results.csv.")
  }
}
