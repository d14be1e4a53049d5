/// Leaves out the points of a long line that cannot be seen to be missing.
///
/// From each kept point it goes on as long as one straight step passes within the tolerance of all that it leaves out: one
/// pass, each point looked at once.
///
/// - Source: Sklansky and Gonzalez, "Fast polygonal approximation of digitized curves", Pattern Recognition 12, 1980.
struct Straightener {
  typealias Place = (x: Int, y: Int)

  /// In the unit of the places, a tenth of a point: less than a tenth of the thinnest line.
  private static let tolerance = 0.6
  /// Short lines keep every corner.
  private static let shortest = 24

  private var kept: [Place]
  private var anchor: Place
  private var last: Place
  /// Directions between which a step from the anchor has to go; none while everything lies at the anchor.
  private var cone: (left: Direction, right: Direction)?
  /// How far from the anchor the last point lies: a line that turns back is not left out.
  private var reach = 0.0

  private struct Direction {
    var x: Double
    var y: Double

    /// Above 0 where `other` lies to the left.
    func cross(_ other: Direction) -> Double { x * other.y - y * other.x }
    func dot(_ other: Direction) -> Double { x * other.x + y * other.y }
  }

  /// The first and the last are always kept.
  static func kept(of places: [Place]) -> [Place] {
    guard places.count >= shortest, let first = places.first else { return places }
    var straightener = Straightener(first)
    for place in places.dropFirst() { straightener.add(place) }
    return straightener.kept + [straightener.last]
  }

  private init(_ first: Place) {
    kept = [first]
    anchor = first
    last = first
  }

  private mutating func add(_ place: Place) {
    let step = Direction(x: Double(place.x - anchor.x), y: Double(place.y - anchor.y))
    let length = step.dot(step).squareRoot()
    if let open = cone {
      let isAhead = length >= reach && step.dot(open.left) > 0
      guard isAhead, open.right.cross(step) >= 0, step.cross(open.left) >= 0 else { return turn(to: place) }
    }
    narrow(to: step, length: length)
    (last, reach) = (place, length)
  }

  /// Starts anew from the last point.
  private mutating func turn(to place: Place) {
    kept.append(last)
    anchor = last
    cone = nil
    let step = Direction(x: Double(place.x - anchor.x), y: Double(place.y - anchor.y))
    let length = step.dot(step).squareRoot()
    narrow(to: step, length: length)
    (last, reach) = (place, length)
  }

  private mutating func narrow(to step: Direction, length: Double) {
    guard length > 2 * Self.tolerance else { return }
    let aside = Self.tolerance / length
    let left = Direction(x: step.x - aside * step.y, y: step.y + aside * step.x)
    let right = Direction(x: step.x + aside * step.y, y: step.y - aside * step.x)
    guard let open = cone else {
      cone = (left, right)
      return
    }
    cone = (
      open.left.cross(left) < 0 ? left : open.left, open.right.cross(right) > 0 ? right : open.right
    )
  }
}
