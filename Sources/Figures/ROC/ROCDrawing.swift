import Findings
import Study

extension ROCFigure {
  public func drawing(_ form: Form, _ measure: any TextMeasure) throws(CanvasError) -> Drawing {
    var sheet = try ROCSheet(self, form, measure)
    sheet.axes()
    try sheet.nameAxes()
    sheet.coinToss()
    sheet.operatingLines()
    sheet.curves()
    sheet.marks()
    try sheet.nameCurves()
    try sheet.namePoints()
    try sheet.nameOperatingLines()
    try sheet.nameCoinToss()
    return sheet.drawing
  }
}

/// A ROC in the making: scales, marks so far, and what labels must not cover.
struct ROCSheet {
  let figure: ROCFigure
  let form: Form
  let measure: any TextMeasure
  let gutter: ROCGutter
  let x: Scale
  let y: Scale
  var drawing: Drawing
  var placer: LabelPlacer

  static let tickFont = Font(11)
  static let axisFont = Font(11, .medium)
  static let noteFont = Font(10.5)

  init(_ figure: ROCFigure, _ form: Form, _ measure: any TextMeasure) throws(CanvasError) {
    self.figure = figure
    self.form = form
    self.measure = measure
    let height = form == .wide ? 414.0 : 340
    let (top, bottom) = (30.0, height - 54)
    gutter = try ROCGutter(figure.traces, form, height: bottom - top + 10, measure)
    let margin = form == .wide ? 16.0 : 4
    let left = margin + gutter.width + 10
    let right = form.width - (form == .wide ? 62 : 46)
    let rates = figure.traces.flatMap { $0.curve.fpr.prefix(1) }
    let least = Scale.roundBelow(min(rates.min() ?? 0.01, 0.5))
    let found = figure.traces.flatMap { trace in
      zip(trace.curve.low, trace.curve.tpr).flatMap { [$0, $1] }
    }.filter { $0 > 0 }
    // Below a tenth of the coin toss there is nothing to see but curves that have not begun.
    let lowest = max(Scale.roundBelow(max(min(found.min() ?? least, least), least / 10)), 1e-9)
    // Where the first point is read at the very edge, its mark needs a little room.
    let inset = figure.points.first.map { $0.fprLimit <= least * 1.01 } ?? false ? 14.0 : 0
    x = .log(least, 1, from: left + inset, to: right)
    y = .log(lowest, 1, from: bottom, to: top)
    drawing = Drawing(size: Size(form.width, height))
    placer = LabelPlacer(
      bounds: Box(left: left + 2, top: 0, width: right - left, height: bottom - 4))
  }

  /// Where gridlines begin: a little before the first curve where its mark stands at the edge.
  var left: Double { form == .wide ? 26 + gutter.width : 14 + gutter.width }

  func place(_ falsePositives: Double, _ truePositives: Double) -> Point {
    Point(x(falsePositives), y(truePositives))
  }

  mutating func axes() {
    for value in y.roundChoices[0] {
      drawing.line([Point(left, y(value)), Point(x.to, y(value))], Stroke(.grid, 1))
    }
    drawing.line([Point(left, y.from), Point(x.to, y.from)], Stroke(.ink3, 1))
  }

  mutating func nameAxes() throws(CanvasError) {
    let ticks = x.roundChoices.map { $0.map { Tick(position: x($0), words: Rates.oneIn($0)) } }
    for tick in try measure.fitting(ticks, Self.tickFont) {
      drawing.line([Point(tick.position, y.from), Point(tick.position, y.from + 4)], Stroke(.ink3, 1))
      drawing.text(tick.words, at: Point(tick.position, y.from + 18.5), anchor: .middle, Self.tickFont, .ink2)
    }
    for value in y.roundChoices[0] {
      drawing.text(Rates.exact(value), at: Point(x.to + 8, y(value) + 4), Self.tickFont, .ink2)
    }
    let edge = form.width - (form == .wide ? 16 : 4)
    let title = Label(
      say("training \(figure.people.plural) found ↑"), at: Point(edge, y.to - 13), anchor: .end, font: Self.axisFont,
      ink: .ink2)
    drawing.text(title)
    placer.add(label: try measure.box(of: title))
    drawing.text(
      say("other \(figure.people.plural) wrongly accused →"), at: Point(x.to, y.from + 38), anchor: .end, Self.axisFont,
      .ink2)
  }

  /// Where each is found as often as wrongly accused.
  var coin: [Point] {
    let start = max(x.low, y.low)
    return [place(start, start), place(1, 1)]
  }

  mutating func coinToss() {
    drawing.line(coin, Stroke(.ink3, 1.25))
    placer.add(line: coin)
  }

  mutating func operatingLines() {
    for point in figure.points {
      let path = [Point(x(point.fprLimit), y.to), Point(x(point.fprLimit), y.from)]
      drawing.line(path, Stroke(.ink3, 1, dash: .init(3, 3)))
      placer.add(line: path, weight: 2)
    }
  }

  /// Grey first, the headline last and on top.
  mutating func curves() {
    let order =
      figure.traces.filter { $0.series == nil } + figure.traces.filter { $0.series != nil && !$0.isHeadline }
      + figure.traces.filter { $0.isHeadline && $0.series != nil }
    for trace in order { curve(trace) }
  }

  private mutating func curve(_ trace: ROCFigure.Trace) {
    let curve = trace.curve
    let ink = trace.series.map(Ink.mark) ?? .ink3
    // What lies below the axis has not begun.
    let visible = curve.tpr.indices.filter { curve.tpr[$0] >= y.low }
    guard let first = visible.first else { return }
    let kept = first..<curve.tpr.count
    if trace.series != nil {
      let rim =
        kept.map { place(curve.fpr[$0], curve.high[$0]) } + kept.reversed().map { place(curve.fpr[$0], curve.low[$0]) }
      drawing.area(rim, Fill(ink, opacity: trace.isHeadline ? 0.16 : 0.1))
    }
    let path = kept.map { place(curve.fpr[$0], curve.tpr[$0]) }
    let width = trace.isHeadline ? 2.6 : trace.series == nil ? 1.2 : 1.8
    drawing.line(path, Stroke(ink, width, opacity: trace.series == nil ? 0.7 : 1))
    placer.add(line: path, weight: trace.series == nil ? 0.4 : 1)
  }

  mutating func marks() {
    for trace in figure.traces.filter({ !$0.isHeadline }) + figure.traces.filter(\.isHeadline) {
      guard let series = trace.series else { continue }
      for point in figure.points {
        guard let found = found(trace, at: point), found >= y.low else { continue }
        let centre = place(point.fprLimit, found)
        let radius = trace.isHeadline ? 4.5 : 4
        drawing.disc(centre, radius: radius, Fill(.mark(series)), rim: Stroke(.bg, 1.5))
        placer.add(
          mark: Box(left: centre.x - radius, top: centre.y - radius, width: 2 * radius, height: 2 * radius))
      }
    }
  }

  /// The headline's is the printed number; the others' is read off the curve, where it has begun.
  private func found(_ trace: ROCFigure.Trace, at point: OperatingPoint) -> Double? {
    if trace.isHeadline { return point.value }
    guard let first = trace.curve.fpr.first, first <= point.fprLimit * (1 + 1e-9) else { return nil }
    return trace.curve.fpr.lastIndex { $0 <= point.fprLimit * (1 + 1e-9) }.map { trace.curve.tpr[$0] }
  }
}
