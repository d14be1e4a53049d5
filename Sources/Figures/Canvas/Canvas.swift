/// Something that marks can be drawn on.
///
/// Lengths are pixels, the origin is top left, y grows downwards. `CairoCanvas` makes PNG and PDF, `SVGCanvas` SVG and
/// `RecordingCanvas` one line of text a mark, all from the same marks.
public protocol Canvas: ~Copyable {
  /// - Throws: ``CanvasError`` where a text cannot be set in the fonts that are installed.
  mutating func draw(_ mark: Mark) throws(CanvasError)
}

extension Canvas where Self: ~Copyable {
  mutating func draw(_ drawing: Drawing) throws(CanvasError) {
    for mark in drawing.marks { try draw(mark) }
  }
}

/// Why a figure could not be drawn.
public enum CanvasError: Error, Equatable, CustomStringConvertible {
  /// The family is not installed, and another would have been taken silently.
  case missingFont(family: String, found: String)
  /// No installed font that figures may use has the character.
  case missingGlyph(character: String, text: String)
  /// Cairo or zlib refused.
  case refused(reason: String)

  public var description: String {
    switch self {
    case .missingFont(let family, let found):
      "the font '\(family)' is not installed ('\(found)' would take its place): apt-get install fonts-inter"
    case .missingGlyph(let character, let text):
      "no font for '\(character)' (\(Self.code(character))) in '\(text)': apt-get install fonts-inter fonts-noto-core, "
        + "and fonts-noto-cjk for Chinese, Japanese and Korean, or change the text"
    case .refused(let reason): "the figure could not be drawn: \(reason)"
    }
  }

  private static func code(_ character: String) -> String {
    character.unicodeScalars.map { scalar in
      let digits = String(scalar.value, radix: 16, uppercase: true)
      return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }.joined(separator: " ")
  }
}
