/// What layout needs to know of fonts.
public protocol TextMeasure {
  /// The width of a line of text, in whole pixels.
  ///
  /// - Throws: ``CanvasError`` where a font or a glyph is missing.
  func width(_ string: String, _ font: Font) throws(CanvasError) -> Double
}

extension TextMeasure {
  /// How far letters rise above and fall below the baseline, in ems.
  static var rise: Double { 0.76 }
  static var fall: Double { 0.22 }

  /// The rectangle that a level line of text takes, from the top of its capitals to below its descenders.
  func box(of label: Label) throws(CanvasError) -> Box {
    let width = try width(label.string, label.font)
    let left =
      switch label.anchor {
      case .start: label.place.x
      case .middle: label.place.x - width / 2
      case .end: label.place.x - width
      }
    let size = label.font.size
    return Box(left: left, top: label.place.y - Self.rise * size, width: width, height: (Self.rise + Self.fall) * size)
  }

  /// Rectangles that together cover a line of text: one where it is level, many small ones along a slope.
  package func boxes(of label: Label) throws(CanvasError) -> [Box] {
    let level = try box(of: label)
    guard label.direction.y != 0 else { return [level] }
    let length = (label.direction.x * label.direction.x + label.direction.y * label.direction.y).squareRoot()
    let (cosine, sine) = (label.direction.x / length, label.direction.y / length)
    func turned(_ x: Double, _ y: Double) -> Point {
      let (across, down) = (x - label.place.x, y - label.place.y)
      return Point(
        label.place.x + across * cosine - down * sine, label.place.y + across * sine + down * cosine)
    }
    let pieces = max(1, Int(level.width / 8))
    let step = level.width / Double(pieces)
    return (0..<pieces).map { piece in
      let left = level.left + step * Double(piece)
      let corners = [
        turned(left, level.top), turned(left + step, level.top), turned(left, level.bottom),
        turned(left + step, level.bottom),
      ]
      let (xs, ys) = (corners.map(\.x), corners.map(\.y))
      let (west, north) = (xs.min() ?? left, ys.min() ?? level.top)
      return Box(
        left: west, top: north, width: (xs.max() ?? west) - west, height: (ys.max() ?? north) - north)
    }
  }
}
