/// Marks on a sheet, from back to front: what every canvas draws.
public struct Drawing: Equatable, Sendable {
  public var size: Size
  public private(set) var marks: [Mark] = []

  public init(size: Size) { self.size = size }

  public mutating func line(_ path: [Point], _ stroke: Stroke) { marks.append(.line(path, stroke)) }

  public mutating func area(_ path: [Point], _ fill: Fill, rim: Stroke? = nil) {
    marks.append(.area(path, fill: fill, rim: rim))
  }

  public mutating func disc(_ centre: Point, radius: Double, _ fill: Fill, rim: Stroke? = nil) {
    marks.append(.disc(centre, radius: radius, fill: fill, rim: rim))
  }

  public mutating func rectangle(_ box: Box, corner: Double = 0, _ fill: Fill, rim: Stroke? = nil) {
    marks.append(.rectangle(box, corner: corner, fill: fill, rim: rim))
  }

  public mutating func text(_ label: Label) { marks.append(.text(label)) }

  public mutating func text(
    _ string: String, at place: Point, anchor: Label.Anchor = .start, _ font: Font, _ ink: Ink, halo: Bool = false,
    direction: Point = Point(1, 0)
  ) {
    text(Label(string, at: place, anchor: anchor, font: font, ink: ink, halo: halo, direction: direction))
  }

  /// Adds another drawing's marks, moved.
  mutating func add(_ other: Drawing, at corner: Point) {
    marks += other.marks.map { $0.moved(corner.x, corner.y) }
  }

  /// The lines of text on the drawing.
  public var labels: [Label] {
    marks.compactMap { mark in
      if case .text(let label) = mark { label } else { nil }
    }
  }
}

extension Mark {
  func moved(_ x: Double, _ y: Double) -> Mark {
    func move(_ point: Point) -> Point { Point(point.x + x, point.y + y) }
    switch self {
    case .line(let path, let stroke): return .line(path.map(move), stroke)
    case .area(let path, let fill, let rim): return .area(path.map(move), fill: fill, rim: rim)
    case .disc(let centre, let radius, let fill, let rim):
      return .disc(move(centre), radius: radius, fill: fill, rim: rim)
    case .rectangle(let box, let corner, let fill, let rim):
      return .rectangle(box.moved(x, y), corner: corner, fill: fill, rim: rim)
    case .text(var label):
      label.place = move(label.place)
      return .text(label)
    }
  }
}
