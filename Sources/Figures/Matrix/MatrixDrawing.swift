import Findings
import Study

extension MatrixFigure {
  public func drawing(_ form: Form, _ measure: any TextMeasure) throws(CanvasError) -> Drawing {
    var sheet = MatrixSheet(figure: self, form: form, measure: measure)
    // Many datasets are drawn in several bands below each other.
    let most = form == .wide ? 4 : 2
    var start = 0
    while start < columns.count {
      try sheet.band(start..<min(columns.count, start + most))
      start += most
    }
    try sheet.key()
    sheet.drawing.size.height = sheet.y + 4
    return sheet.drawing
  }
}

/// A matrix in the making, from top to bottom.
struct MatrixSheet {
  let figure: MatrixFigure
  let form: Form
  let measure: any TextMeasure
  var drawing: Drawing
  /// Where the next row begins.
  var y: Double

  static let titleFont = Font(12, .semibold)
  static let rowFont = Font(12, .medium)
  static let noteFont = Font(10.5)
  static let gap = 4.0
  static let cellHeight = 64.0

  init(figure: MatrixFigure, form: Form, measure: any TextMeasure) {
    self.figure = figure
    self.form = form
    self.measure = measure
    drawing = Drawing(size: Size(form.width, 0))
    y = 4
  }

  private var margin: Double { form == .wide ? 16 : 4 }
  /// Names of models stand left of their row, or above it where there is no room.
  private var nameWidth: Double { form == .wide ? 148 : 0 }

  mutating func band(_ datasets: Range<Int>) throws(CanvasError) {
    let across = form.width - 2 * margin - nameWidth
    let most = form == .wide ? 4.0 : 2
    // Bands of one figure share their widths; a lone column need not fill the page.
    let columns = min(most, max(Double(figure.columns.count), form == .wide ? 2 : 1))
    let width = (across - Self.gap * (columns - 1)) / columns
    let lefts = datasets.enumerated().map { margin + nameWidth + Double($0.offset) * (width + Self.gap) }
    try heads(datasets, lefts, width)
    for row in figure.rows.indices {
      try name(figure.rows[row])
      for (left, dataset) in zip(lefts, datasets) {
        let box = Box(left: left, top: y, width: width, height: Self.cellHeight)
        try cell(figure.cells[row][dataset], in: box)
      }
      y += Self.cellHeight + Self.gap
    }
    y += 12
  }

  private mutating func heads(
    _ datasets: Range<Int>, _ lefts: [Double], _ width: Double
  ) throws(CanvasError) {
    var heads: [[Label]] = []
    for (left, dataset) in zip(lefts, datasets) {
      let column = figure.columns[dataset]
      let place = Point(left + 2, 0)
      let title = try measure.wrapped(column.title, Self.titleFont, width: width - 6)
      let detail = try measure.wrapped(column.detail, Self.noteFont, width: width - 6)
      heads.append(
        title.map { Label($0, at: place, font: Self.titleFont, ink: .ink) }
          + detail.map { Label($0, at: place, font: Self.noteFont, ink: .ink2) })
    }
    let lines = heads.map(\.count).max() ?? 0
    for head in heads {
      for (line, label) in head.enumerated() {
        var label = label
        label.place.y = y + 11 + 15 * Double(lines - head.count + line)
        drawing.text(label)
      }
    }
    y += 15 * Double(lines) + 5
  }

  private mutating func name(_ row: String) throws(CanvasError) {
    if form == .narrow {
      for line in try measure.wrapped(row, Self.rowFont, width: form.width - 2 * margin) {
        drawing.text(line, at: Point(margin + 2, y + 12), Self.rowFont, .ink)
        y += 16
      }
      y += 2
      return
    }
    let lines = try measure.wrapped(row, Self.rowFont, width: nameWidth - 12)
    // What does not fit beside its row is set smaller, and cut only where even that is too much.
    let step = min(15, (Self.cellHeight + Self.gap) / Double(max(1, lines.count)))
    var baseline = y + (Self.cellHeight - step * Double(lines.count)) / 2 + 0.75 * step
    for line in lines {
      let font = Font(min(Self.rowFont.size, step / 1.1), .medium)
      drawing.text(line, at: Point(margin, baseline), font, .ink)
      baseline += step
    }
  }

  /// The ratings and their badges, where cells carry them.
  mutating func key() throws(CanvasError) {
    guard figure.cells.joined().contains(where: { $0.rating != nil }) else { return }
    let title = say("Rating, worst first")
    drawing.text(title, at: Point(margin, y + 12), Font(10.5, .medium), .ink2)
    var left = margin + nameWidth + 12
    if form == .narrow {
      y += 20
      left = margin + 12
    }
    let start = left
    for rating in Ink.Rating.allCases {
      let word = Rating.allCases.first { Ink.Rating($0) == rating }?.said ?? ""
      let width = try measure.width(word, Self.noteFont)
      if left + 14 + width > form.width - margin {
        left = start
        y += 24
      }
      drawing.badge(rating, at: Point(left, y + 8.5))
      drawing.text(word, at: Point(left + 15, y + 12), Self.noteFont, .ink2)
      left += 15 + width + 26
    }
    y += 24
  }
}
