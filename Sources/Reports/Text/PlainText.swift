/// Text from manifests, cards and files, made fit for a page; the templates escape it.
package enum PlainText {
  /// Longer texts are cut.
  static let longest = 2_000

  /// Drops what is invisible or turns the reading direction, makes control characters spaces and bounds the length.
  ///
  /// The renderer escapes whole characters. A quotation mark that carries an accent would be another character to it
  /// and pass unescaped, so such marks lose their accents here.
  package static func plain(_ text: String) -> String {
    // Almost every text: nothing to drop, and each byte a character.
    let bytes = text.utf8
    if bytes.count <= longest, bytes.allSatisfy({ (0x20..<0x7F).contains($0) }) { return text }
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where !isInvisible(scalar) {
      scalars.append(isControl(scalar) ? " " : scalar)
    }
    var result = ""
    for character in String(scalars).prefix(longest + 1) {
      let marks = character.unicodeScalars.filter { special.contains($0) }
      if marks.isEmpty { result.append(character) } else { result.unicodeScalars.append(contentsOf: marks) }
    }
    return result.count > longest ? result.prefix(longest) + "…" : result
  }

  private static let special: Set<Unicode.Scalar> = ["<", ">", "&", "\"", "'"]

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || (0x2028...0x2029).contains(scalar.value)
  }

  /// Zero-width characters but the joiners that Persian and Indic scripts need, controls of direction, noncharacters.
  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x61C, 0x180E, 0x200B, 0x200E...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF, 0xFFF9...0xFFFB: true
    case 0xE0000...0xE007F, 0xFDD0...0xFDEF: true
    default: scalar.value & 0xFFFE == 0xFFFE
    }
  }
}
