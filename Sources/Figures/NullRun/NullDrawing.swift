import Findings
import Study

extension NullFigure {
  public func drawing(_ form: Form, _ measure: any TextMeasure) throws(CanvasError) -> Drawing {
    var sheet = NullSheet(self, form, measure)
    var index = 0
    while index < panels.count {
      try sheet.band(index..<min(panels.count, index + sheet.across))
      index += sheet.across
    }
    sheet.drawing.size.height = sheet.y
    return sheet.drawing
  }
}

/// Small multiples in the making, from top to bottom.
struct NullSheet {
  let figure: NullFigure
  let form: Form
  let measure: any TextMeasure
  /// Panels beside each other, and the width and height of one's plot.
  let across: Int
  let width: Double
  let height: Double
  /// Half of what the value axis shows, and the distance of its gridlines.
  let reach: Double
  let step: Double
  var drawing: Drawing
  /// Where the next band begins.
  var y = 2.0

  static let titleFont = Font(11.5, .semibold)
  static let noteFont = Font(10.5)
  static let tickFont = Font(11)
  static let gap = 14.0

  init(_ figure: NullFigure, _ form: Form, _ measure: any TextMeasure) {
    self.figure = figure
    self.form = form
    self.measure = measure
    let wide = form == .wide
    let room = form.width - Self.left(form) - (wide ? 16 : 6)
    let runs = Double(figure.panels.map(\.runs.count).max() ?? 1)
    func plot(_ across: Int) -> Double { (room - Self.gap * Double(across - 1)) / Double(across) }
    let choices = wide ? figure.panels.count > 10 ? [6, 5, 4, 3, 2] : [5, 4, 3, 2] : [2]
    let best = choices.first { plot($0) / runs >= 4 } ?? 1
    let bands = Double((figure.panels.count + best - 1) / best)
    // A lone panel needs no more width than one of three.
    across = best
    width = plot(max(min(best, figure.panels.count), wide ? 3 : 1))
    height = min(130, max(60, 400 / bands - 58))
    let ends = figure.panels.flatMap(\.runs).flatMap { [$0.redrawn.low, $0.redrawn.high] }
    let far = min(0.5, max(0.012, ends.map { abs($0 - 0.5) }.max() ?? 0))
    step = NiceSteps.step(far, most: 2)
    reach = far * 1.08
    drawing = Drawing(size: Size(form.width, 0))
  }

  static func left(_ form: Form) -> Double { form == .wide ? 52 : 42 }

  mutating func band(_ panels: Range<Int>) throws(CanvasError) {
    var titles: [[String]] = []
    for index in panels { titles.append(try measure.wrapped(figure.panels[index].title, Self.titleFont, width: width)) }
    let lines = Double(titles.map(\.count).max() ?? 1)
    let top = y + 14 * lines + 20
    let scale = Scale.linear(0.5 - reach, 0.5 + reach, from: top + height, to: top)
    for (place, index) in panels.enumerated() {
      let left = Self.left(form) + Double(place) * (width + Self.gap)
      let head = titles[place]
      for (line, words) in head.enumerated() {
        let baseline = y + 11 + 14 * (lines - Double(head.count) + Double(line))
        drawing.text(words, at: Point(left, baseline), Self.titleFont, .ink)
      }
      if let real = figure.panels[index].real {
        let long = say("in earnest \(real)")
        let words = try measure.width(long, Self.noteFont) <= width ? long : real
        drawing.text(words, at: Point(left, y + 11 + 14 * lines - 0.5), Self.noteFont, .ink2)
      }
      try panel(figure.panels[index], left, scale, isFirst: place == 0, isVeryFirst: index == 0)
    }
    y = top + height + 14
    if panels.lowerBound == 0 { y += 14 }
  }

  private mutating func panel(
    _ panel: NullFigure.Panel, _ left: Double, _ scale: Scale, isFirst: Bool, isVeryFirst: Bool
  ) throws(CanvasError) {
    let places = step < 0.01 ? 3 : step < 0.1 ? 2 : 1
    for value in NiceSteps.multiples(of: step, from: scale.low, to: scale.high) {
      let isHalf = abs(value - 0.5) < 1e-9
      let line = scale(value)
      drawing.line([Point(left, line), Point(left + width, line)], Stroke(isHalf ? .ink3 : .grid, isHalf ? 1.25 : 1))
      guard isFirst else { continue }
      drawing.text(
        decimal(value, places: places), at: Point(left - 8, line + 4), anchor: .end, Self.tickFont, .ink2)
    }
    let pitch = width / Double(panel.runs.count)
    let isDense = pitch < 9
    for (index, run) in panel.runs.enumerated() {
      let x = left + pitch * (Double(index) + 0.5)
      if index > 0, panel.runs[index - 1].dataset != run.dataset {
        let edge = x - pitch / 2
        drawing.line([Point(edge, scale.to), Point(edge, scale.from)], Stroke(.rule, 0.75, dash: .init(2, 3)))
      }
      let ink: Ink = run.strays ? .warn : .accent
      drawing.line(
        [Point(x, scale(run.redrawn.low)), Point(x, scale(run.redrawn.high))],
        Stroke(ink, isDense ? 1.25 : 2, opacity: 0.8))
      drawing.disc(
        Point(x, scale(run.redrawn.value)), radius: isDense ? 1.8 : 4, Fill(ink),
        rim: isDense ? nil : Stroke(.bg, 1.5))
    }
    guard isVeryFirst else { return }
    let count = panel.runs.count
    let words = count == 1 ? say("one line a combination") : "\(count) \(figure.things) →"
    drawing.text(words, at: Point(left, scale.from + 18), Font(11, .medium), .ink2)
  }
}
