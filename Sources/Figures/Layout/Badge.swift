import Findings

extension Ink.Rating {
  init(_ rating: Rating) {
    self =
      switch rating {
      case .critical: .critical
      case .high: .high
      case .moderate: .moderate
      case .low: .low
      case .minimal: .minimal
      case .inconclusive: .inconclusive
      }
  }

  /// What stands in the badge; nothing in that of Minimal.
  var letter: String {
    switch self {
    case .critical: "C"
    case .high: "H"
    case .moderate: "M"
    case .low: "L"
    case .minimal: ""
    case .inconclusive: "?"
    }
  }
}

extension Drawing {
  /// A rating as shape, colour and letter, about 18 pixels wide: each alone tells it.
  ///
  /// - Parameter inside: Whether it stands in a surface of its own colour, and so needs a rim in that of the text.
  mutating func badge(_ rating: Ink.Rating, at centre: Point, inside: Bool = false, letter: String? = nil) {
    let fill = Fill(.fill(rating))
    let rim = inside ? Stroke(.on(rating), 1.3) : Stroke(.rim(rating), 1.2)
    var drop = 3.0
    switch rating {
    case .critical: area(Self.octagon(centre, 8.5), fill, rim: rim)
    case .high:
      area(
        [Point(centre.x, centre.y - 9), Point(centre.x + 9.5, centre.y + 7), Point(centre.x - 9.5, centre.y + 7)],
        fill, rim: rim)
      drop = 5
    case .moderate:
      area(
        [
          Point(centre.x, centre.y - 10), Point(centre.x + 10, centre.y), Point(centre.x, centre.y + 10),
          Point(centre.x - 10, centre.y),
        ], fill, rim: rim)
    case .low, .minimal: disc(centre, radius: 8, fill, rim: rim)
    case .inconclusive:
      rectangle(
        Box(left: centre.x - 7.5, top: centre.y - 7.5, width: 15, height: 15), fill,
        rim: Stroke(.rim(rating), 1.3, dash: .init(3, 2)))
    }
    let letter = letter ?? rating.letter
    guard !letter.isEmpty else { return }
    text(letter, at: Point(centre.x, centre.y + drop), anchor: .middle, Font(8.5, .bold), .on(rating))
  }

  private static func octagon(_ centre: Point, _ radius: Double) -> [Point] {
    // The tangent of an eighth of a right angle's half: where a square's corners are cut.
    let cut = radius * 0.41421356
    return [
      Point(centre.x - cut, centre.y - radius), Point(centre.x + cut, centre.y - radius),
      Point(centre.x + radius, centre.y - cut), Point(centre.x + radius, centre.y + cut),
      Point(centre.x + cut, centre.y + radius), Point(centre.x - cut, centre.y + radius),
      Point(centre.x - radius, centre.y + cut), Point(centre.x - radius, centre.y - cut),
    ]
  }
}
