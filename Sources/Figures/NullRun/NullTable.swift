import Findings
import Study

/// The null runs in numbers, each beside the attack in earnest.
struct NullTable {
  let panels: [NullFigure.Panel]
  /// More lines than this are summed up, an attack a line.
  static let most = 200

  private static var unit: String { say("AUC, 95\u{A0}% interval") }

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
          DataTable.Cell(
            run.p.isFinite ? run.p < 0.001 ? say("below 0.001") : decimal(run.p, places: 3) : say("n/a: no test")),
          run.real.map(real.cell) ?? DataTable.Cell(say("n/a: no figure was made")),
        ]
      }
    }
    return DataTable(
      title: say("Each attack with memberships redrawn and in earnest"),
      columns: [
        .init(say("Attack")), .init(say("Data, model, defence")),
        .init(say("Redrawn"), unit: Self.unit, isNumber: true),
        .init("p", unit: say("two-sided, of 0.5"), isNumber: true),
        .init(say("In earnest"), unit: Self.unit, isNumber: true),
      ], rows: rows)
  }

  private var summary: DataTable {
    let rows = panels.map { panel in
      [
        DataTable.Cell(panel.title), DataTable.Cell(grouped(panel.runs.count)),
        DataTable.Cell(NullWords.range(panel.runs.map(\.redrawn.value))),
        DataTable.Cell(grouped(panel.runs.count(where: \.strays))),
        DataTable.Cell(panel.real ?? say("n/a: no figure was made")),
      ]
    }
    return DataTable(
      title: say("Each attack with memberships redrawn and in earnest"),
      columns: [
        .init(say("Attack")), .init(say("Runs"), isNumber: true),
        .init(say("Redrawn"), unit: say("AUC, lowest to highest"), isNumber: true),
        .init(say("Leave 0.5 out"), unit: say("intervals"), isNumber: true),
        .init(say("In earnest"), unit: say("AUC, lowest to highest"), isNumber: true),
      ], rows: rows, note: say("Each run with its interval is in results.csv."))
  }
}
