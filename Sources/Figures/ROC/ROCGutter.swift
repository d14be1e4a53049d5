import Study

/// The names of curves, left of the drawing: how they are broken into lines and how much room they take.
struct ROCGutter {
  /// The name of one curve.
  struct Entry {
    let trace: ROCFigure.Trace
    let title: [String]
    let detail: [String]
    /// With the gap to the next.
    let height: Double
  }

  let entries: [Entry]
  /// How many names had no room.
  let omitted: Int
  let width: Double

  static let titleFont = Font(12, .semibold)
  static let detailFont = Font(10.5)
  static let greyFont = Font(10.5, .medium)
  static let titleStep = 14.0
  static let detailStep = 12.5
  static let gap = 4.0

  /// Drops second lines, then the names of the weakest curves in grey, until the rest fits.
  init(_ traces: [ROCFigure.Trace], _ form: Form, height: Double, _ measure: any TextMeasure) throws(CanvasError) {
    let limit = form == .wide ? 190.0 : 104
    // What is the same for all stands in the source line.
    let alike = Set(traces.map(\.needs)).count == 1
    var entries: [Entry] = []
    for details in form == .wide ? [true, false] : [false] {
      entries = []
      for trace in traces {
        let detail = trace.variant ?? (alike || trace.series == nil || !details ? nil : trace.needs)
        entries.append(try Self.entry(trace, detail, limit, measure))
      }
      if entries.reduce(0, { $0 + $1.height }) <= height { break }
    }
    let all = entries.count
    let foot = Self.titleStep + Self.gap
    if entries.reduce(0, { $0 + $1.height }) > height {
      while entries.reduce(foot, { $0 + $1.height }) > height,
        let last = entries.lastIndex(where: { $0.trace.series == nil })
      { entries.remove(at: last) }
    }
    self.entries = entries
    omitted = all - entries.count
    var width = 0.0
    for entry in entries {
      let font = entry.trace.series == nil ? Self.greyFont : Self.titleFont
      for line in entry.title { width = max(width, try measure.width(line, font)) }
      for line in entry.detail { width = max(width, try measure.width(line, Self.detailFont)) }
    }
    if omitted > 0 { width = max(width, try measure.width(Self.note(omitted), Self.detailFont)) }
    self.width = width
  }

  private static func entry(
    _ trace: ROCFigure.Trace, _ detail: String?, _ limit: Double, _ measure: any TextMeasure
  ) throws(CanvasError) -> Entry {
    let grey = trace.series == nil
    let title = try measure.wrapped(trace.title, grey ? greyFont : titleFont, width: limit)
    let detail = try measure.wrapped(detail ?? "", detailFont, width: limit)
    return Entry(
      trace: trace, title: title, detail: detail,
      height: titleStep * Double(title.count) + detailStep * Double(detail.count) + gap)
  }

  /// What stands in place of names without room.
  private static func note(_ count: Int) -> String { say("\(count) more in grey") }
  var note: String? { omitted > 0 ? Self.note(omitted) : nil }
}
