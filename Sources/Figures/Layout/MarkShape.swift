/// Shapes that tell marks apart without colour, in the order of series.
enum MarkShape: Int, CaseIterable {
  case disc, square, diamond, up, down

  init(series: Int) { self = Self.allCases[series % Self.allCases.count] }

  /// The corners; none for a disc.
  func corners(_ centre: Point, radius: Double) -> [Point] {
    let offsets: [(Double, Double)] =
      switch self {
      case .disc: []
      case .square: [(-0.88, -0.88), (0.88, -0.88), (0.88, 0.88), (-0.88, 0.88)]
      case .diamond: [(0, -1.22), (1.22, 0), (0, 1.22), (-1.22, 0)]
      case .up: [(0, -1.15), (1.1, 0.8), (-1.1, 0.8)]
      case .down: [(0, 1.15), (1.1, -0.8), (-1.1, -0.8)]
      }
    return offsets.map { Point(centre.x + $0.0 * radius, centre.y + $0.1 * radius) }
  }
}

extension Drawing {
  /// A mark: filled with a rim of paper, or hollow.
  mutating func mark(_ shape: MarkShape, _ centre: Point, radius: Double, _ ink: Ink, hollow: Bool) {
    let fill = Fill(hollow ? .bg : ink)
    let rim = hollow ? Stroke(ink, 1.6) : Stroke(.bg, 1.5)
    let corners = shape.corners(centre, radius: radius)
    if corners.isEmpty {
      disc(centre, radius: hollow ? radius - 0.5 : radius, fill, rim: rim)
    } else {
      area(corners, fill, rim: rim)
    }
  }
}
