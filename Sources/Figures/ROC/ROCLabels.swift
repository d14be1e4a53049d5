import Findings
import Study

extension ROCSheet {
  /// Names left of where curves lie furthest apart, each with a leader to its curve.
  mutating func nameCurves() throws(CanvasError) {
    let starts = gutter.entries.map { start(of: $0.trace) }
    let order = gutter.entries.indices.sorted { (starts[$0].y, $0) < (starts[$1].y, $1) }
    let items = order.map { Gutter.Item(wish: starts[$0].y, height: gutter.entries[$0].height) }
    let foot = gutter.note == nil ? 0 : ROCGutter.titleStep + ROCGutter.gap
    let middles = Gutter.middles(items, top: y.to - 8, bottom: y.from + 6 - foot)
    for (index, middle) in zip(order, middles) {
      let entry = gutter.entries[index]
      name(entry, middle: middle, start: starts[index])
    }
    if let note = gutter.note {
      drawing.text(note, at: Point(left - 10, y.from + 3), anchor: .end, ROCGutter.detailFont, .ink3)
    }
  }

  /// Where a curve enters the drawing: from the left, or from below where it finds less than is drawn until then.
  private func start(of trace: ROCFigure.Trace) -> Point {
    let curve = trace.curve
    guard let first = curve.tpr.firstIndex(where: { $0 >= y.low }) else { return Point(x.to, y.from) }
    let entry = place(curve.fpr[first], curve.tpr[first])
    return first == 0 ? entry : Point(entry.x, y.from)
  }

  private mutating func name(_ entry: ROCGutter.Entry, middle: Double, start: Point) {
    let grey = entry.trace.series == nil
    let ink = entry.trace.series.map(Ink.mark) ?? .ink3
    let edge = left - 10
    var line = middle - (entry.height - ROCGutter.gap) / 2 + 10.5
    for words in entry.title {
      drawing.text(
        words, at: Point(edge, line), anchor: .end, grey ? ROCGutter.greyFont : ROCGutter.titleFont,
        entry.trace.series.map(Ink.label) ?? .ink3)
      line += ROCGutter.titleStep
    }
    line -= 1
    for words in entry.detail {
      drawing.text(words, at: Point(edge, line), anchor: .end, ROCGutter.detailFont, .ink2)
      line += ROCGutter.detailStep
    }
    let begins = start.x <= x.from + 1
    let bend = begins ? start.x - (grey ? 1 : 6) : left - 1
    drawing.line([Point(left - 7, middle), Point(max(bend, left - 1), start.y)], Stroke(ink, 1))
    guard !begins else { return }
    // A curve that begins further right: a dotted way there.
    drawing.line(
      [Point(left - 1, start.y), Point(start.x, start.y)], Stroke(ink, 0.75, opacity: 0.7, dash: .init(1, 3)))
  }

  /// The headline's numbers where it is read.
  mutating func namePoints() throws(CanvasError) {
    guard let trace = figure.traces.first(where: \.isHeadline), let series = trace.series else { return }
    let strong = Font(12, .semibold)
    for point in figure.points where point.value >= y.low {
      let words = [say("\(Rates.percent(point.value)) found"), "(\(Rates.interval(point.low, point.high)))"]
      let centre = place(point.fprLimit, point.value)
      try placeBlock(words, [strong, Font(11, .medium)], .label(series), around: centre)
    }
  }

  /// Two lines beside a point, where they cover least.
  private mutating func placeBlock(
    _ words: [String], _ fonts: [Font], _ ink: Ink, around centre: Point
  ) throws(CanvasError) {
    var width = 0.0
    for (line, font) in zip(words, fonts) { width = max(width, try measure.width(line, font)) }
    let size = Size(width, 27)
    var candidates: [LabelPlacer.Candidate] = []
    for right in [false, true] {
      for step in 0..<14 {
        for above in [true, false] {
          let gap = 9 + 8 * Double(step)
          let box = Box(
            left: right ? centre.x + 8 : centre.x - 8 - size.width,
            top: above ? centre.y - gap - size.height : centre.y + gap, width: size.width, height: size.height)
          candidates.append(.init(box: box, leader: nil, distance: gap + (above ? 0 : 6) + (right ? 3 : 0)))
        }
      }
    }
    guard let index = placer.place(candidates) else { return }
    let box = candidates[index].box
    let right = box.left > centre.x
    for (line, words) in words.enumerated() {
      drawing.text(
        words, at: Point(right ? box.left : box.right, box.top + 10 + 14.5 * Double(line)),
        anchor: right ? .start : .end, fonts[line], ink, halo: true)
    }
  }

  /// `strict: 1 in 1,000 wrongly accused`, beside its line.
  mutating func nameOperatingLines() throws(CanvasError) {
    for point in figure.points {
      let name = point.fprLimit == 0.001 ? say("strict: ") : point.fprLimit == 0.01 ? say("lenient: ") : ""
      let long = ["\(name)\(Rates.oneIn(point.fprLimit))", say("wrongly accused")]
      for (words, most) in [(long, 20.0), ([long[0]], .infinity)] {
        if try nameLine(words, at: x(point.fprLimit), most: most) { break }
      }
    }
  }

  /// Places a name unless it would cost more than `most`: then the line had better have a shorter one.
  private mutating func nameLine(_ words: [String], at across: Double, most: Double) throws(CanvasError) -> Bool {
    var width = 0.0
    for line in words { width = max(width, try measure.width(line, Self.noteFont)) }
    var candidates: [LabelPlacer.Candidate] = []
    for step in 0..<40 {
      for right in [false, true] {
        let box = Box(
          left: right ? across + 6 : across - 6 - width, top: y.to + 5 + 7 * Double(step), width: width,
          height: words.count == 1 ? 11 : 26)
        candidates.append(.init(box: box, leader: nil, distance: 0.4 * Double(step) + (right ? 2 : 0)))
      }
    }
    guard let index = placer.place(candidates, most: most) else { return false }
    let box = candidates[index].box
    let right = box.left > across
    for (line, words) in words.enumerated() {
      drawing.text(
        words, at: Point(right ? box.left : box.right, box.top + 9 + 15 * Double(line)),
        anchor: right ? .start : .end, Self.noteFont, .ink2, halo: true)
    }
    return true
  }

  /// Along the line, under it, where least is in the way.
  mutating func nameCoinToss() throws(CanvasError) {
    let direction = Point(coin[1].x - coin[0].x, coin[1].y - coin[0].y)
    let length = (direction.x * direction.x + direction.y * direction.y).squareRoot()
    guard length > 0 else { return }
    let texts = [say("coin toss: found as often as wrongly accused"), say("as by coin toss"), say("coin toss")]
    for words in texts {
      guard let label = try coinLabel(words, direction, length) else { continue }
      drawing.text(label)
      for box in try measure.boxes(of: label) { placer.add(label: box) }
      return
    }
  }

  private func coinLabel(
    _ words: String, _ direction: Point, _ length: Double
  ) throws(CanvasError) -> Label? {
    var best: (label: Label, cost: Double)?
    for offset in [14.0, 24, 34] {
      for share in [0.6, 0.5, 0.7, 0.4, 0.3, 0.8] {
        let middle = Point(
          coin[0].x + share * direction.x - offset * direction.y / length,
          coin[0].y + share * direction.y + offset * direction.x / length)
        let label = Label(
          words, at: middle, anchor: .middle, font: Self.noteFont, ink: .ink3, direction: direction)
        guard let cost = placer.cost(covering: try measure.boxes(of: label)) else { continue }
        let total = cost + offset / 3
        if total < best?.cost ?? .infinity { best = (label, total) }
      }
    }
    return best?.label
  }
}
