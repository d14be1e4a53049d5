/// One thing on a drawing.
public enum Mark: Equatable, Sendable {
  case line([Point], Stroke)
  /// A polygon.
  case area([Point], fill: Fill, rim: Stroke?)
  case disc(Point, radius: Double, fill: Fill, rim: Stroke?)
  case rectangle(Box, corner: Double, fill: Fill, rim: Stroke?)
  case text(Label)
}

/// How a surface is filled.
public struct Fill: Equatable, Sendable {
  public var ink: Ink
  /// In 0...1.
  public var opacity: Double

  public init(_ ink: Ink, opacity: Double = 1) {
    self.ink = ink
    self.opacity = opacity
  }
}

/// How a line is drawn; joins are round, ends are cut.
public struct Stroke: Equatable, Sendable {
  public var ink: Ink
  /// In pixels.
  public var width: Double
  public var opacity: Double
  /// Pixels drawn and pixels left out, in turn.
  public var dash: Dash?

  public struct Dash: Equatable, Sendable {
    public var on: Double
    public var off: Double
    public init(_ on: Double, _ off: Double) {
      self.on = on
      self.off = off
    }
  }

  public init(_ ink: Ink, _ width: Double, opacity: Double = 1, dash: Dash? = nil) {
    self.ink = ink
    self.width = width
    self.opacity = opacity
    self.dash = dash
  }
}

/// One line of text.
public struct Label: Equatable, Sendable {
  public enum Anchor: String, Sendable { case start, middle, end }

  public var string: String
  /// On the baseline: the left end, the middle or the right end of the text.
  public var place: Point
  public var anchor: Anchor
  public var font: Font
  public var ink: Ink
  /// Whether a rim of paper keeps lines behind the text away from it.
  public var halo: Bool
  /// Which way the text runs, of any length: (1, 0) is level.
  public var direction: Point

  public init(
    _ string: String, at place: Point, anchor: Anchor = .start, font: Font, ink: Ink, halo: Bool = false,
    direction: Point = Point(1, 0)
  ) {
    self.string = string
    self.place = place
    self.anchor = anchor
    self.font = font
    self.ink = ink
    self.halo = halo
    self.direction = direction
  }
}

/// A face, weight and size of letters.
public struct Font: Hashable, Sendable {
  public enum Face: String, Sendable {
    case text = "Inter"
    case display = "Inter Display"
  }
  public enum Weight: Int, Sendable {
    case regular = 400
    case medium = 500
    case semibold = 600
    case bold = 700
  }

  public var face: Face
  public var weight: Weight
  /// The height of the em, in pixels.
  public var size: Double

  public init(_ size: Double, _ weight: Weight = .regular, face: Face = .text) {
    self.face = face
    self.weight = weight
    self.size = size
  }

  /// Space added between letters, in ems: Inter is spaced for smaller sizes than ours.
  var tracking: Double { face == .display ? -0.012 : -0.008 }
}
