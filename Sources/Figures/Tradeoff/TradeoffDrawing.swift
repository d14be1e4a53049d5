import Findings
import Study

extension TradeoffFigure {
  public func drawing(_ form: Form, _ measure: any TextMeasure) throws(CanvasError) -> Drawing {
    var sheet = try TradeoffSheet(self, form, measure)
    try sheet.axes()
    try sheet.floor()
    try sheet.chance()
    sheet.frontier()
    sheet.families()
    sheet.marks()
    try sheet.names()
    try sheet.key()
    return sheet.drawing
  }
}

/// A trade-off in the making.
struct TradeoffSheet {
  let figure: TradeoffFigure
  let form: Form
  let measure: any TextMeasure
  let x: Scale
  let y: Scale
  /// Between gridlines.
  let step: Double
  var drawing: Drawing
  var placer: LabelPlacer
  /// Defences whose name stands somewhere.
  var named: Set<String> = []

  static let tickFont = Font(11)
  static let axisFont = Font(11, .medium)
  static let noteFont = Font(10.5)

  init(_ figure: TradeoffFigure, _ form: Form, _ measure: any TextMeasure) throws(CanvasError) {
    self.figure = figure
    self.form = form
    self.measure = measure
    let height = form == .wide ? 420.0 : 380
    let wide = form == .wide
    let (left, right) = wide ? (54.0, 692.0) : (46, 330)
    let (top, bottom) = (26.0, height - (wide ? 54 : 70))
    x = figure.scale(from: left, to: right)
    let low = figure.settings.reduce(TradeoffFigure.floor) { min($0, $1.kept.low) }
    let high = figure.settings.reduce(1) { max($0, $1.kept.high) }
    let steps = [0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50]
    step = steps.first { (high - low) / $0 <= (wide ? 7 : 6) } ?? 100
    let lowest = max(0, (low / step - 0.35).rounded(.down) * step)
    y = .linear(lowest, high + 0.11 * (high - lowest), from: bottom, to: top)
    drawing = Drawing(size: Size(form.width, height))
    placer = LabelPlacer(
      bounds: Box(left: left + 2, top: 16, width: form.width - left - (wide ? 10 : 4), height: bottom - 18))
  }

  func place(_ setting: TradeoffFigure.Setting) -> Point { Point(x(setting.across.value), y(setting.kept.value)) }

  mutating func axes() throws(CanvasError) {
    let below = Box(left: x.from, top: y(TradeoffFigure.floor), width: x.to - x.from, height: 0)
    drawing.rectangle(
      Box(left: below.left, top: below.top, width: below.width, height: y.from - below.top),
      Fill(.surface, opacity: 0.75))
    var value = (y.low / step - 1e-9).rounded(.up) * step
    while value <= min(y.high, 1 + 1e-9) || value <= y.high - 0.4 * step {
      drawing.line([Point(x.from, y(value)), Point(x.to, y(value))], Stroke(.grid, 1))
      drawing.text(
        Rates.exact((value * 10_000).rounded() / 10_000), at: Point(x.from - 8, y(value) + 4), anchor: .end,
        Self.tickFont, .ink2)
      value += step
    }
    drawing.line([Point(x.from, y.from), Point(x.to, y.from)], Stroke(.ink3, 1))
    for tick in try measure.fitting(figure.ticks(of: x), Self.tickFont, gap: 14) {
      drawing.line([Point(tick.position, y.from), Point(tick.position, y.from + 4)], Stroke(.ink3, 1))
      drawing.text(tick.words, at: Point(tick.position, y.from + 18.5), anchor: .middle, Self.tickFont, .ink2)
    }
    let across = Label(
      figure.axisName, at: Point(x.to, y.from + 37), anchor: .end, font: Self.axisFont, ink: .ink2)
    drawing.text(across)
    let up = Label(say("↑ accuracy kept"), at: Point(x.from, 12), font: Self.axisFont, ink: .ink2)
    drawing.text(up)
    placer.add(label: try measure.box(of: up))
    guard case .found = figure.across else { return }
    let better = Label(say("↖ better"), at: Point(x.from + 6, 38), font: Font(11, .semibold), ink: .accent)
    let box = try measure.box(of: better)
    guard !figure.settings.contains(where: { box.grown(by: 8).overlap(reach(of: $0)) > 0 }) else { return }
    drawing.text(better)
    placer.add(label: box)
  }

  mutating func floor() throws(CanvasError) {
    let height = y(TradeoffFigure.floor)
    let line = [Point(x.from, height), Point(x.to, height)]
    drawing.line(line, Stroke(.warn, 1.5))
    placer.add(line: line)
  }

  /// Where a coin toss would be, or nothing is shown.
  mutating func chance() throws(CanvasError) {
    let across = x(figure.nothing)
    let line = [Point(across, y.to), Point(across, y.from)]
    drawing.line(line, Stroke(.ink3, 1, dash: .init(3, 3)))
    placer.add(line: line, weight: 3)
  }

  /// The settings that no other beats, joined by steps.
  mutating func frontier() {
    guard case .found = figure.across else { return }
    let best = figure.settings.filter { !$0.isBeaten }.map(place).sorted { ($0.x, -$0.y) < ($1.x, -$1.y) }
    guard let first = best.first, best.count > 1 else { return }
    var path = [first]
    for (before, point) in zip(best, best.dropFirst()) { path += [Point(point.x, before.y), point] }
    drawing.line(path, Stroke(.accent, 5, opacity: 0.2))
    placer.add(line: path, weight: 0.6)
  }

  /// Settings of one defence, joined from the tightest to the loosest.
  mutating func families() {
    var seen: Set<String> = []
    for setting in figure.settings where seen.insert(setting.family).inserted {
      let members = figure.settings.filter { $0.family == setting.family }
      guard members.count > 1, let series = setting.series else { continue }
      let path = members.map(place).sorted { ($0.x, -$0.y) < ($1.x, -$1.y) }
      drawing.line(path, Stroke(.mark(series), 1.5))
      placer.add(line: path)
    }
  }

  static func radius(_ setting: TradeoffFigure.Setting) -> Double { setting.isStrong ? 6 : 5 }

  static func ink(_ setting: TradeoffFigure.Setting) -> Ink { setting.series.map(Ink.mark) ?? .ink }

  /// The intervals' ends: left and right, low and high.
  private func ends(_ setting: TradeoffFigure.Setting) -> (across: [Point], up: [Point]) {
    let centre = place(setting)
    return (
      [Point(x(setting.across.low), centre.y), Point(x(setting.across.high), centre.y)],
      [Point(centre.x, y(setting.kept.low)), Point(centre.x, y(setting.kept.high))]
    )
  }

  private func reach(of setting: TradeoffFigure.Setting) -> Box {
    let (across, up) = ends(setting)
    return Box(
      left: across[0].x, top: up[1].y, width: across[1].x - across[0].x, height: up[0].y - up[1].y)
  }

  /// Beaten ones first, the chosen one last and on top.
  mutating func marks() {
    let order = figure.settings.sorted { rank($0) < rank($1) }
    for setting in order {
      let (across, up) = ends(setting)
      let stroke = Stroke(Self.ink(setting), 1.75, opacity: setting.isBeaten ? 0.45 : 0.8)
      drawing.line(across, stroke)
      drawing.line(up, stroke)
      if case .epsilon = figure.across, setting.across.high > setting.across.value {
        // A promise is an end, not an interval's reach.
        let end = across[1]
        drawing.line([Point(end.x, end.y - 6), Point(end.x, end.y + 6)], stroke)
      }
      for line in [across, up] {
        placer.add(
          mark: Box(
            left: line[0].x, top: line[1].y, width: line[1].x - line[0].x, height: line[0].y - line[1].y
          ).grown(by: 0.9))
      }
    }
    for setting in order {
      let (centre, radius) = (place(setting), Self.radius(setting))
      let shape = setting.series.map(MarkShape.init) ?? .disc
      drawing.mark(shape, centre, radius: radius, Self.ink(setting), hollow: setting.isBeaten)
      placer.add(
        mark: Box(left: centre.x - radius, top: centre.y - radius, width: 2 * radius, height: 2 * radius))
    }
  }

  private func rank(_ setting: TradeoffFigure.Setting) -> Int {
    setting.isChosen ? 3 : setting.series == nil ? 2 : setting.isBeaten ? 0 : 1
  }
}
