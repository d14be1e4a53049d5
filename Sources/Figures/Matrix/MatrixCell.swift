import Findings
import Study

extension MatrixSheet {
  mutating func cell(_ content: MatrixFigure.Content, in box: Box) throws(CanvasError) {
    switch content {
    case .leak(let point):
      drawing.rectangle(box, corner: 4, Fill(.fill(.high)), rim: Stroke(.rim(.high), 1))
      try verdict(say("Leak shown"), .high, letter: "L", in: box)
      try numbers(point, .on(.high), in: box)
    case .noLeak(let point):
      drawing.rectangle(box, corner: 4, Fill(.fill(.low)), rim: Stroke(.rim(.low), 1))
      try verdict(say("No leak shown"), .low, letter: "N", in: box)
      try numbers(point, .on(.low), in: box)
    case .insufficient(let isCheckFailed):
      drawing.rectangle(
        box, corner: 4, Fill(.fill(.inconclusive)), rim: Stroke(.rim(.inconclusive), 1, dash: .init(4, 3)))
      try verdict(say("Inconclusive"), .inconclusive, in: box)
      let reason = isCheckFailed ? say("a check of the test failed") : say("too few people to tell")
      drawing.text(reason, at: Point(box.left + 10, box.top + 42), Self.noteFont, .ink2)
    case .rated(let grade, let point):
      let rating = Ink.Rating(grade)
      drawing.rectangle(box, corner: 4, Fill(.fill(rating)), rim: Stroke(.rim(rating), 1))
      try verdict(grade.said, rating, in: box)
      try numbers(point, .on(rating), in: box)
    case .notRun(let what, let reason):
      drawing.rectangle(box, corner: 4, Fill(.bg), rim: Stroke(.grid, 1))
      try note("\(what): \(reason)", in: box)
    case .absent:
      drawing.rectangle(box, corner: 4, Fill(.bg), rim: Stroke(.grid, 1))
      try note(say("not in the plan"), in: box)
    }
  }

  /// The badge and its word.
  private mutating func verdict(
    _ word: String, _ rating: Ink.Rating, letter: String? = nil, in box: Box
  ) throws(CanvasError) {
    drawing.badge(rating, at: Point(box.left + 18, box.top + 17), inside: true, letter: letter)
    drawing.text(word, at: Point(box.left + 32, box.top + 21), Self.titleFont, .on(rating))
  }

  /// The share found, its interval, and at which rate of wrong accusation.
  private mutating func numbers(_ point: OperatingPoint?, _ ink: Ink, in box: Box) throws(CanvasError) {
    guard let point else {
      drawing.text(say("by order of scores only"), at: Point(box.left + 10, box.top + 42), Self.noteFont, ink)
      return
    }
    let value = Rates.percent(point.value)
    let interval = Rates.interval(point.low, point.high)
    var left = box.left + 10
    for (strong, light) in [(Font(15, .bold), Font(11)), (Font(13, .bold), Font(10)), (Font(12, .bold), Font(9))] {
      let width = try measure.width(value, strong) + 6 + measure.width(interval, light)
      if width > box.width - 18 && strong.size > 12 { continue }
      drawing.text(value, at: Point(left, box.top + 42), strong, ink)
      left += try measure.width(value, strong) + 6
      drawing.text(interval, at: Point(left, box.top + 42), light, ink)
      break
    }
    drawing.text(
      say("at \(Rates.oneIn(point.fprLimit)) accused"), at: Point(box.left + 10, box.top + 57), Self.noteFont, ink)
  }

  /// A reason, on as many lines as fit; a longer one stands in the table.
  private mutating func note(_ words: String, in box: Box) throws(CanvasError) {
    var lines = try measure.wrapped(words, Self.noteFont, width: box.width - 18)
    if lines.count > 4 {
      let short = words.prefix { $0 != ":" } + say(": reason in the table")
      lines = try measure.wrapped(String(short), Self.noteFont, width: box.width - 18)
    }
    var baseline = box.top + (box.height - 14 * Double(lines.count)) / 2 + 10.5
    for line in lines {
      drawing.text(line, at: Point(box.centre.x, baseline), anchor: .middle, Self.noteFont, .ink3)
      baseline += 14
    }
  }
}
