/// A canvas that writes down what it is told, one line of text a mark: the golden form of a figure.
///
/// A change of text can be read in review.
public struct RecordingCanvas: Canvas {
  public private(set) var lines: [String] = []

  public init() {}

  public mutating func draw(_ mark: Mark) {
    switch mark {
    case .line(let path, let stroke): lines.append("line \(Self.words(stroke)) \(Self.words(path))")
    case .area(let path, let fill, let rim):
      lines.append("area \(Self.words(fill, rim)) \(Self.words(path))")
    case .disc(let centre, let radius, let fill, let rim):
      lines.append("disc \(Self.words(fill, rim)) r\(Coordinate.tenths(radius)) \(Self.words([centre]))")
    case .rectangle(let box, let corner, let fill, let rim):
      let corners = Self.words([Point(box.left, box.top), Point(box.right, box.bottom)])
      lines.append("rectangle \(Self.words(fill, rim)) corner \(Coordinate.tenths(corner)) \(corners)")
    case .text(let label): lines.append("text \(Self.words(label))")
    }
  }

  /// Long paths are thinned: their ends and every twentieth point are enough to see a change.
  private static func words(_ path: [Point]) -> String {
    let kept = path.count <= 24 ? path : path.indices.filter { $0 % 20 == 0 || $0 == path.count - 1 }.map { path[$0] }
    let points = kept.map { "\(Coordinate.tenths($0.x)),\(Coordinate.tenths($0.y))" }.joined(separator: " ")
    return kept.count == path.count ? points : "\(path.count) points \(points)"
  }

  private static func words(_ fill: Fill, _ rim: Stroke?) -> String {
    "\(fill.ink.token) \(Coordinate.tenths(100 * fill.opacity))%" + (rim.map { " rim \(words($0))" } ?? "")
  }

  private static func words(_ stroke: Stroke) -> String {
    var words = "\(stroke.ink.token) \(Coordinate.hundredths(stroke.width))"
    if stroke.opacity != 1 { words += " \(Coordinate.tenths(100 * stroke.opacity))%" }
    if let dash = stroke.dash { words += " dash \(Coordinate.tenths(dash.on))-\(Coordinate.tenths(dash.off))" }
    return words
  }

  private static func words(_ label: Label) -> String {
    var words = "\(label.ink.token) \(label.font.weight) \(Coordinate.tenths(label.font.size)) \(label.anchor)"
    if label.font.face == .display { words += " display" }
    if label.halo { words += " halo" }
    if label.direction.y != 0 { words += " slope \(Coordinate.hundredths(label.direction.y / label.direction.x))" }
    return words + " \(Coordinate.tenths(label.place.x)),\(Coordinate.tenths(label.place.y)) \(label.string)"
  }
}
