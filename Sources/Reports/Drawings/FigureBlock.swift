import Figures

/// A figure on the page: real text around a drawing.
package struct FigureBlock: Page {
  let figureID: String
  let figureTitle: String
  let subtitle: String
  let source: String
  let words: String
  /// The numbers behind it; null where there are none.
  let data: FigureData?
  let drawing: String
  let narrowDrawing: String?
  /// Whose figure it is, where it stands among those of several defences.
  let defence: String?

  init(_ figure: DrawnFigure, defence: String? = nil) {
    self.defence = defence
    figureID = "figure-" + figure.id
    figureTitle = figure.title
    subtitle = figure.subtitle
    source = figure.source
    words = figure.words
    data = figure.table.map(FigureData.init)
    drawing = figure.svg
    narrowDrawing = figure.narrowSVG
  }
}

/// The table behind a figure.
package struct FigureData: Page {
  struct Column: Page {
    let head: String
    let unit: String?
    let isNumber: Bool
  }

  struct Row: Page {
    let name: String
    let cells: [Cell]
  }

  struct Cell: Page {
    let text: String
    let range: String?
    let isNumber: Bool
  }

  let caption: String
  let columns: [Column]
  let rows: [Row]
  let remark: String?

  init(_ table: DataTable) {
    caption = table.title
    columns = table.columns.map { Column(head: $0.title, unit: $0.unit, isNumber: $0.isNumber) }
    rows = table.rows.map { row in
      Row(
        name: row.first?.text ?? "",
        cells: zip(row, table.columns).dropFirst().map { cell, column in
          Cell(text: cell.text, range: cell.range, isNumber: column.isNumber)
        })
    }
    remark = table.note
  }
}
