/// What stands round a drawing in a file of its own: house mark, title, subtitle, hairline and source line.
struct Frame {
  private static let margin = 16.0
  private static let titleFont = Font(17, .semibold, face: .display)
  private static let subtitleFont = Font(12.5)
  private static let sourceFont = Font(10.5)

  /// The drawing, which is as wide as the frame, with all that.
  static func around(
    _ drawing: Drawing, _ caption: Caption, _ measure: any TextMeasure
  ) throws(CanvasError) -> Drawing {
    let width = drawing.size.width - 2 * margin
    let title = try measure.wrapped(caption.title, titleFont, width: width)
    let subtitle = try measure.wrapped(caption.subtitle, subtitleFont, width: width)
    let source = try measure.wrapped(caption.source, sourceFont, width: width)
    var framed = Drawing(size: drawing.size)
    framed.rectangle(Box(left: margin, top: 16, width: 28, height: 5), Fill(.accent))
    var y = 46.0
    for line in title {
      framed.text(line, at: Point(margin, y), titleFont, .ink)
      y += 22
    }
    y -= 1.5
    for line in subtitle {
      framed.text(line, at: Point(margin, y), subtitleFont, .ink2)
      y += 17.5
    }
    y -= 2
    framed.add(drawing, at: Point(0, y))
    y += drawing.size.height + 4
    framed.line([Point(margin, y), Point(drawing.size.width - margin, y)], Stroke(.rule, 1))
    y += 18
    for line in source {
      framed.text(line, at: Point(margin, y), sourceFont, .ink3)
      y += 15
    }
    framed.size = Size(drawing.size.width, y)
    return framed
  }
}
