import CCairo

/// A line of text laid out by Pango.
final class Line {
  let layout: OpaquePointer
  private static let unit = Double(PANGO_SCALE)

  init(
    _ string: String, _ font: Font, families: String, fallback: Bool, in context: OpaquePointer
  ) throws(CanvasError) {
    guard let layout = pango_layout_new(context) else { throw .refused(reason: "Pango has no layout") }
    self.layout = layout
    let description = pango_font_description_new()
    pango_font_description_set_family(description, families)
    pango_font_description_set_weight(description, PangoWeight(UInt32(font.weight.rawValue)))
    pango_font_description_set_absolute_size(description, font.size * Self.unit)
    pango_layout_set_font_description(layout, description)
    pango_font_description_free(description)
    let attributes = pango_attr_list_new()
    pango_attr_list_insert(attributes, pango_attr_fallback_new(fallback ? 1 : 0))
    // Figures of one width, so that numbers in columns stand under each other.
    pango_attr_list_insert(attributes, pango_attr_font_features_new("tnum=1"))
    let spacing = (font.tracking * font.size * Self.unit).rounded()
    pango_attr_list_insert(attributes, pango_attr_letter_spacing_new(Int32(spacing)))
    pango_layout_set_attributes(layout, attributes)
    pango_attr_list_unref(attributes)
    pango_layout_set_single_paragraph_mode(layout, 1)
    pango_layout_set_text(layout, string, -1)
  }

  deinit { rollcall_unref(UnsafeMutableRawPointer(layout)) }

  /// In pixels.
  var width: Double {
    var width: Int32 = 0
    pango_layout_get_size(layout, &width, nil)
    return Double(width) / Self.unit
  }

  /// From the top of the line down to the baseline, in pixels.
  var baseline: Double { Double(pango_layout_get_baseline(layout)) / Self.unit }

  /// How many glyphs would be shown as boxes.
  var unknownGlyphs: Int { Int(pango_layout_get_unknown_glyphs_count(layout)) }

  /// The families of the fonts that Pango chose, each once, in the order of the text.
  var families: [String] {
    var families: [String] = []
    guard let iterator = pango_layout_get_iter(layout) else { return [] }
    repeat {
      guard let run = pango_layout_iter_get_run_readonly(iterator), let font = run.pointee.item.pointee.analysis.font
      else { continue }
      let description = pango_font_describe(font)
      if let name = pango_font_description_get_family(description) {
        let family = String(cString: name)
        if !families.contains(family) { families.append(family) }
      }
      pango_font_description_free(description)
    } while pango_layout_iter_next_run(iterator) != 0
    pango_layout_iter_free(iterator)
    return families
  }
}
