import Findings
import Study

extension ExposureFigure {
  public func drawing(_ form: Form, _ measure: any TextMeasure) throws(CanvasError) -> Drawing {
    var sheet = try ExposureSheet(self, form, measure)
    sheet.dots()
    try sheet.axis()
    try sheet.nameNever()
    sheet.nameOften()
    return sheet.drawing
  }
}

/// Stacks of dots in the making.
struct ExposureSheet {
  let figure: ExposureFigure
  let form: Form
  let measure: any TextMeasure
  let left: Double
  let right: Double
  /// Where shares of models begin: right of the block of those never found.
  let origin: Double
  /// The distance of dots' centres.
  let pitch: Double
  /// Dots above each other.
  let rows: Int
  /// Columns of dots in the block of those never found, and in each twentieth.
  let blockColumns: Int
  let binColumns: Int
  let baseline: Double
  /// What stands above the exposed tail.
  let tailWords: [String]
  var drawing: Drawing

  static let strong = Font(12, .semibold)
  static let tickFont = Font(11)
  static let axisFont = Font(11, .medium)
  static let lineStep = 17.0
  static let bins = 20.0

  init(_ figure: ExposureFigure, _ form: Form, _ measure: any TextMeasure) throws(CanvasError) {
    self.figure = figure
    self.form = form
    self.measure = measure
    let wide = form == .wide
    left = wide ? 16 : 4
    right = form.width - (wide ? 20 : 6)
    let height = wide ? 252.0 : 200
    let most = figure.dots.dropFirst().max() ?? 0
    var pitch = wide ? 16.0 : 13
    var fit = Self.fit(figure.dots[0], most, pitch, height, right - left)
    while fit == nil && pitch > 3 {
      pitch -= 0.25
      fit = Self.fit(figure.dots[0], most, pitch, height, right - left)
    }
    let (rows, blockColumns, binColumns) = fit ?? (25, 4, 4)
    (self.pitch, self.rows, self.blockColumns, self.binColumns) = (pitch, rows, blockColumns, binColumns)
    origin = left + pitch * Double(max(blockColumns, 2)) + (wide ? 14 : 10)
    let half = origin + 0.5 * (right - origin)
    tailWords = try Self.tail(figure.often, width: right - half, measure)
    // Room above the dots: for the words over the tail, or for those over the block.
    let tallest = Double(min(rows, (figure.dots[ExposureFigure.half...].max() ?? 0)))
    let tail = tailWords.isEmpty ? 0 : tallest * pitch + 24 + Self.lineStep * Double(tailWords.count)
    let all = Double(min(rows, figure.dots.max() ?? 0)) * pitch + 26
    baseline = max(tail, all, 60) + 6
    drawing = Drawing(size: Size(form.width, baseline + 52))
  }

  /// How many rows and columns hold the dots at a pitch; nil where they do not fit.
  private static func fit(
    _ never: Int, _ most: Int, _ pitch: Double, _ height: Double, _ width: Double
  ) -> (rows: Int, block: Int, bin: Int)? {
    let rows = max(1, Int(height / pitch))
    let block = (never + rows - 1) / rows
    let bin = max(1, (most + rows - 1) / rows)
    let across = width - pitch * Double(max(block, 2)) - 14
    return across / bins >= pitch * Double(bin) && block <= 8 ? (rows, block, bin) : nil
  }

  private static func tail(
    _ often: ExposureFigure.Tally, width: Double, _ measure: any TextMeasure
  ) throws(CanvasError) -> [String] {
    guard often.count > 0 else { return [] }
    return try measure.wrapped(
      say("\(often.inHundred) are found more than half the time: \(often.ofAll)"), strong, width: width)
  }

  /// Where a share of models lies.
  func x(_ share: Double) -> Double { origin + share * (right - origin) }

  private func column(_ index: Int) -> (first: Double, columns: Int) {
    if index == 0 { return (left + pitch / 2 + 3, blockColumns) }
    let dots = figure.dots[index]
    let columns = max(1, (dots + rows - 1) / rows)
    let middle = x((Double(index) - 0.5) / Self.bins)
    return (middle - pitch * Double(columns - 1) / 2, columns)
  }

  mutating func dots() {
    for (index, count) in figure.dots.enumerated() {
      let (first, columns) = column(index)
      let fill =
        index == 0
        ? Fill(.ink3, opacity: 0.5) : Fill(index < ExposureFigure.half ? .mark(figure.series) : .warn)
      // The block fills row by row, so that its top is level; thin stacks grow upwards.
      for dot in 0..<count {
        let (row, across) = (dot / columns, dot % columns)
        let centre = Point(first + pitch * Double(across), baseline - pitch * (Double(row) + 0.5) - 1)
        drawing.disc(centre, radius: 0.44 * pitch, fill)
      }
    }
  }

  mutating func axis() throws(CanvasError) {
    drawing.line([Point(left, baseline), Point(right, baseline)], Stroke(.ink3, 1))
    let block = left + 3 + pitch * Double(max(blockColumns, 2)) / 2
    let shares =
      form == .wide
      ? [(0.25, say("1 time in 4")), (0.5, say("half the time")), (0.75, say("3 times in 4"))]
      : [(0.5, say("half the time"))]
    for (share, words) in shares {
      drawing.line([Point(x(share), baseline), Point(x(share), baseline + 4)], Stroke(.ink3, 1))
      drawing.text(words, at: Point(x(share), baseline + 18), anchor: .middle, Self.tickFont, .ink2)
    }
    drawing.text(say("never"), at: Point(block, baseline + 18), anchor: .middle, Self.tickFont, .ink2)
    drawing.text(say("always"), at: Point(right, baseline + 18), anchor: .end, Self.tickFont, .ink2)
    let noun = figure.often.noun == say("records") ? say("a record") : say("someone")
    let title =
      form == .wide ? say("share of attacked models in which \(noun) is found →") : say("models in which found →")
    drawing.text(title, at: Point(right, baseline + 37), anchor: .end, Self.axisFont, .ink2)
  }

  /// Over the block, clear of every stack beside it.
  mutating func nameNever() throws(CanvasError) {
    guard figure.never.count > 0 else { return }
    let words = say("\(figure.never.inHundred) are never found")
    let end = left + (try measure.width(words, Self.strong))
    let below = figure.dots.indices.filter { $0 == 0 || column($0).first - pitch / 2 < end + 4 }
    let rows = below.map { index in
      let columns = column(index).columns
      return (figure.dots[index] + columns - 1) / columns
    }
    let top = baseline - pitch * Double(rows.max() ?? 0) - 9
    drawing.text(words, at: Point(left + 1, top), Self.strong, .ink2)
  }

  /// A bracket over all that is found more often than not.
  mutating func nameOften() {
    guard !tailWords.isEmpty else { return }
    let rows = (ExposureFigure.half..<figure.dots.count).map { index in
      let columns = column(index).columns
      return (figure.dots[index] + columns - 1) / columns
    }
    let line = baseline - pitch * Double(rows.max() ?? 0) - 14
    drawing.line(
      [Point(x(0.5) + 3, line + 6), Point(x(0.5) + 3, line), Point(right, line), Point(right, line + 6)],
      Stroke(.warn, 1.25))
    var y = line - 8 - Self.lineStep * Double(tailWords.count - 1)
    for words in tailWords {
      drawing.text(words, at: Point(right, y), anchor: .end, Self.strong, .warn, halo: true)
      y += Self.lineStep
    }
  }
}
