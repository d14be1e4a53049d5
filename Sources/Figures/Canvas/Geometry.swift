/// A place in a drawing: pixels at a width of 720 (or 350), from the top left, y downwards.
public struct Point: Equatable, Hashable, Sendable {
  public var x: Double
  public var y: Double

  public init(_ x: Double, _ y: Double) {
    self.x = x
    self.y = y
  }
}

/// Width and height in pixels.
public struct Size: Equatable, Sendable {
  public var width: Double
  public var height: Double

  public init(_ width: Double, _ height: Double) {
    self.width = width
    self.height = height
  }
}

/// An upright rectangle in pixels.
public struct Box: Equatable, Sendable {
  public var left: Double
  public var top: Double
  public var width: Double
  public var height: Double

  public init(left: Double, top: Double, width: Double, height: Double) {
    self.left = left
    self.top = top
    self.width = width
    self.height = height
  }

  public var right: Double { left + width }
  public var bottom: Double { top + height }
  public var centre: Point { Point(left + width / 2, top + height / 2) }

  /// The area that both cover, in square pixels.
  public func overlap(_ other: Box) -> Double {
    let across = min(right, other.right) - max(left, other.left)
    let down = min(bottom, other.bottom) - max(top, other.top)
    return across > 0 && down > 0 ? across * down : 0
  }

  func grown(by margin: Double) -> Box {
    Box(left: left - margin, top: top - margin, width: width + 2 * margin, height: height + 2 * margin)
  }

  func moved(_ x: Double, _ y: Double) -> Box { Box(left: left + x, top: top + y, width: width, height: height) }

  func contains(_ box: Box) -> Bool {
    box.left >= left && box.right <= right && box.top >= top && box.bottom <= bottom
  }

  /// How long the part of the segment from `a` to `b` inside the box is, in pixels.
  func length(ofSegment a: Point, _ b: Point) -> Double {
    if max(a.x, b.x) < left || min(a.x, b.x) > right || max(a.y, b.y) < top || min(a.y, b.y) > bottom { return 0 }
    let dx = b.x - a.x
    let dy = b.y - a.y
    var first = 0.0
    var last = 1.0
    // Liang and Barsky's clipping: each side of the box shortens the stretch that is inside.
    func clip(_ step: Double, _ gap: Double) {
      if step < 0 { first = max(first, gap / step) }
      if step > 0 { last = min(last, gap / step) }
    }
    clip(-dx, a.x - left)
    clip(dx, right - a.x)
    clip(-dy, a.y - top)
    clip(dy, bottom - a.y)
    return last > first ? (last - first) * (dx * dx + dy * dy).squareRoot() : 0
  }
}
