import CCairo

/// Sets lines of text with Pango in exactly the fonts that figures may use, and measures them.
///
/// Widths do not depend on the canvas: hinting is off, so a layout made with them fits every format. Not for use by
/// two threads at once.
final class Typesetter: TextMeasure {
  /// Used for letters outside Inter, as in names of datasets: the families of fonts-noto-core and fonts-noto-cjk.
  private static let others = [
    "Noto Sans", "Noto Sans Arabic", "Noto Sans Hebrew", "Noto Sans Devanagari", "Noto Sans Bengali",
    "Noto Sans Tamil", "Noto Sans Thai", "Noto Sans Georgian", "Noto Sans Armenian", "Noto Sans Ethiopic",
    "Noto Sans CJK SC",
  ]

  private let fonts: UnsafeMutablePointer<PangoFontMap>
  private let context: OpaquePointer
  private var widths: [Sample: Double] = [:]
  private var checked: Set<Font> = []

  private struct Sample: Hashable {
    let string: String
    let font: Font
  }

  /// - Throws: ``CanvasError/missingFont(family:found:)`` where Inter is not installed.
  init() throws(CanvasError) {
    guard let fonts = pango_cairo_font_map_new() else { throw .refused(reason: "Pango has no font map") }
    guard let context = pango_font_map_create_context(fonts) else {
      rollcall_unref(fonts)
      throw .refused(reason: "Pango has no context")
    }
    self.fonts = fonts
    self.context = context
    Self.unhint(context)
    try check(Font(12))
    try check(Font(12, .semibold, face: .display))
  }

  deinit {
    rollcall_unref(UnsafeMutableRawPointer(context))
    rollcall_unref(fonts)
  }

  /// The width of a line of text in pixels, rounded up to whole ones: the last bits of a font version should not move
  /// labels.
  ///
  /// - Throws: ``CanvasError`` where a font or a glyph is missing.
  func width(_ string: String, _ font: Font) throws(CanvasError) -> Double {
    let sample = Sample(string: string, font: font)
    if let known = widths[sample] { return known }
    let line = try line(string, font, in: context)
    let width = (line.width - 0.01).rounded(.up)
    widths[sample] = width
    return width
  }

  /// A context for one canvas, whose hinting and transformation are the canvas's.
  func context(for cairo: OpaquePointer) -> OpaquePointer? {
    guard let context = pango_font_map_create_context(fonts) else { return nil }
    Self.unhint(context)
    pango_cairo_update_context(cairo, context)
    return context
  }

  /// One line of text, ready to be shown.
  func line(_ string: String, _ font: Font, in context: OpaquePointer) throws(CanvasError) -> Line {
    try check(font)
    let plain = try Line(string, font, families: font.face.rawValue, fallback: false, in: context)
    if plain.unknownGlyphs == 0 { return plain }
    let families = [font.face.rawValue] + Self.others
    let mixed = try Line(string, font, families: families.joined(separator: ","), fallback: true, in: context)
    guard mixed.unknownGlyphs == 0, mixed.families.allSatisfy({ families.contains($0) }) else {
      throw .missingGlyph(character: try missing(in: string, font), text: string)
    }
    return mixed
  }

  /// The first character that no allowed font has.
  private func missing(in string: String, _ font: Font) throws(CanvasError) -> String {
    let families = [font.face.rawValue] + Self.others
    for character in string {
      let line = try Line(
        String(character), font, families: families.joined(separator: ","), fallback: true, in: context)
      if line.unknownGlyphs > 0 || !line.families.allSatisfy({ families.contains($0) }) { return String(character) }
    }
    return string
  }

  /// Pango takes another family silently where the asked one is missing.
  private func check(_ font: Font) throws(CanvasError) {
    guard !checked.contains(font) else { return }
    let line = try Line("A", font, families: font.face.rawValue, fallback: false, in: context)
    guard line.families == [font.face.rawValue] else {
      throw .missingFont(family: font.face.rawValue, found: line.families.first ?? "no font at all")
    }
    checked.insert(font)
  }

  /// Hinting would space small letters unevenly, and differently on each canvas.
  private static func unhint(_ context: OpaquePointer) {
    let options = cairo_font_options_create()
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY)
    pango_cairo_context_set_font_options(context, options)
    cairo_font_options_destroy(options)
    pango_context_set_round_glyph_positions(context, 0)
  }
}
