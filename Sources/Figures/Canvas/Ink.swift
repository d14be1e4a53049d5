/// A colour by its purpose; what it looks like depends on the theme.
public enum Ink: Hashable, Sendable {
  case bg, surface, ink, ink2, ink3, grid, rule, accent, accentsoft, warn
  /// The n-th series, 0...7: lines and marks.
  case mark(Int)
  /// The n-th series, 0...7: text, dark enough to read.
  case label(Int)
  case fill(Rating)
  /// Text on ``fill(_:)``.
  case on(Rating)
  case rim(Rating)

  /// How many series can be told apart.
  public static let series = 8

  /// The name of the colour in style sheets, without the leading dashes.
  public var token: String {
    switch self {
    case .bg: "bg"
    case .surface: "surface"
    case .ink: "ink"
    case .ink2: "ink2"
    case .ink3: "ink3"
    case .grid: "grid"
    case .rule: "rule"
    case .accent: "focus"
    case .accentsoft: "focussoft"
    case .warn: "warn"
    case .mark(let series): "c\(series + 1)"
    case .label(let series): "t\(series + 1)"
    case .fill(let rating): "r\(rating.rawValue)"
    case .on(let rating): "k\(rating.rawValue)"
    case .rim(let rating): "e\(rating.rawValue)"
    }
  }

  /// Ratings whose colours figures borrow.
  public enum Rating: String, CaseIterable, Sendable {
    case critical = "C"
    case high = "H"
    case moderate = "M"
    case low = "L"
    case minimal = "N"
    case inconclusive = "I"
  }

  /// Every colour that there is, in the order of style sheets.
  public static let all: [Ink] =
    [.bg, .surface, .ink, .ink2, .ink3, .grid, .rule, .accent, .accentsoft, .warn]
    + (0..<series).map(Ink.mark) + (0..<series).map(Ink.label)
    + Rating.allCases.flatMap { [.fill($0), .on($0), .rim($0)] }
}
