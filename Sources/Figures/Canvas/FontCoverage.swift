import CCairo
public import Foundation

/// Which characters a font file can draw, as fontconfig reads it.
public struct FontCoverage: Sendable {
  private let held: Set<Unicode.Scalar>
  private let asked: [Unicode.Scalar]

  /// Reads an OpenType or WOFF2 file.
  ///
  /// - Returns: Nil where it is no font.
  public init?(of file: URL, asking characters: String) {
    var faces: Int32 = 0
    guard let pattern = FcFreeTypeQuery(file.path, 0, nil, &faces) else { return nil }
    defer { FcPatternDestroy(pattern) }
    var set: OpaquePointer?
    guard FcPatternGetCharSet(pattern, FC_CHARSET, 0, &set) == FcResultMatch, let set else { return nil }
    asked = Array(characters.unicodeScalars)
    held = Set(asked.filter { FcCharSetHasChar(set, $0.value) != 0 })
  }

  /// Those asked for that the font lacks, in the order asked.
  public var missing: String {
    var text = ""
    text.unicodeScalars.append(contentsOf: asked.filter { !held.contains($0) })
    return text
  }
}
