/// Bounds on a YAML text that hold before a parser sees it.
///
/// Parsers descend once a level and copy once an alias, so a small file can ask for unbounded stack or memory. Manifests
/// and gates need none of it: the bounds are far above any honest one and are checked in one pass over the bytes.
enum YAMLGuard {
  /// Bytes.
  static let largest = 1 << 20
  /// Columns of indentation: block collections nest at most twice as deep.
  static let deepestColumn = 200
  /// Opening brackets in all: flow collections nest at most so deep.
  static let mostBrackets = 2_000
  /// Aliases in all: with 20, a chain of doublings makes at most 2^10 copies.
  static let mostAliases = 20

  /// Why the text is refused and on which line, or nil.
  ///
  /// - Parameters:
  ///   - kind: What the text is meant to be, as in "a manifest".
  ///   - most: Brackets allowed, of which a text of quoted templates has many.
  static func complaint(
    about text: some Collection<UInt8>, kind: String, brackets most: Int = mostBrackets
  ) -> (line: Int?, message: String)? {
    if text.count > largest {
      return (nil, "the file has \(text.count) bytes; \(kind) may have \(largest): is this the right file?")
    }
    var (line, column, brackets, aliases) = (1, 0, 0, 0)
    var atStart = true
    var previous = UInt8(ascii: "\n")
    for byte in text {
      defer { previous = byte }
      switch byte {
      case UInt8(ascii: "\n"):
        (line, column, atStart) = (line + 1, 0, true)
        continue
      case 0: return (line, "the file holds a NUL byte: \(kind) is UTF-8 text")
      case UInt8(ascii: "["), UInt8(ascii: "{"): brackets += 1
      case UInt8(ascii: "*") where previous <= 0x20 || "[{,:-".utf8.contains(previous): aliases += 1
      default: break
      }
      // Indentation ends at the first byte that is neither blank nor the dash or question mark of a compact block.
      if atStart {
        if byte == 0x20 || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "?") || byte == 0x09 {
          column += 1
        } else {
          atStart = false
        }
        if column > deepestColumn { return (line, "lists or mappings nest too deeply for \(kind)") }
      }
      if brackets > most { return (line, "brackets nest too deeply or are too many for \(kind)") }
      if aliases > mostAliases { return (line, "more than \(mostAliases) aliases: write the values out") }
    }
    return nil
  }
}
