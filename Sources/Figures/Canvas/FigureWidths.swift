import CCairo
public import Foundation

/// Whether a font's figures can stand in columns: all as wide as each other, by themselves or on request.
public struct FigureWidths: Sendable {
  /// As the font draws them unasked.
  public let areEqual: Bool
  /// Whether the font has tabular figures beside others (the OpenType feature `tnum`).
  public let hasTabular: Bool

  /// Figures that a page sets in columns line up.
  public var lineUp: Bool { areEqual || hasTabular }

  /// Reads an OpenType or WOFF2 file.
  ///
  /// - Returns: Nil where it is no font, or lacks a figure.
  public init?(of file: URL) {
    var library: FT_Library?
    guard FT_Init_FreeType(&library) == 0, let library else { return nil }
    defer { FT_Done_FreeType(library) }
    var face: FT_Face?
    guard FT_New_Face(library, file.path, 0, &face) == 0, let face else { return nil }
    defer { FT_Done_Face(face) }
    var widths: Set<Int> = []
    for figure in "0123456789".unicodeScalars {
      // In the font's own units.
      guard FT_Get_Char_Index(face, FT_ULong(figure.value)) != 0,
        FT_Load_Char(face, FT_ULong(figure.value), FT_Int32(FT_LOAD_NO_SCALE)) == 0, let glyph = face.pointee.glyph
      else { return nil }
      widths.insert(glyph.pointee.advance.x)
    }
    areEqual = widths.count == 1
    hasTabular =
      Self.table(face).map { bytes in
        // Tags of features are four letters in the table's list.
        (0..<max(0, bytes.count - 3)).contains { Array(bytes[$0..<$0 + 4]) == Array("tnum".utf8) }
      } ?? false
  }

  /// The table of substitutions; nil where there is none.
  private static func table(_ face: FT_Face) -> [UInt8]? {
    let tag = FT_ULong(0x4753_5542)  // GSUB
    var length: FT_ULong = 0
    guard FT_Load_Sfnt_Table(face, tag, 0, nil, &length) == 0, length > 0 else { return nil }
    var bytes = [UInt8](repeating: 0, count: Int(length))
    guard FT_Load_Sfnt_Table(face, tag, 0, &bytes, &length) == 0 else { return nil }
    return bytes
  }
}
