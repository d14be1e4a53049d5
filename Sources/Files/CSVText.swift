/// Whether bytes can be the text of a table.
enum CSVText {
  /// Refuses NUL and what is not UTF-8.
  static func check(_ bytes: [UInt8], path: String) throws(FileError) {
    var at = 0
    while at < bytes.count {
      let byte = bytes[at]
      if byte == 0 { throw fault(.nul, at: at, in: bytes, path) }
      if byte < 0x80 {
        at += 1
        continue
      }
      let length = sequenceLength(bytes, at)
      if length == 0 { throw fault(.notUTF8, at: at, in: bytes, path) }
      at += length
    }
  }

  /// The bytes of the well-formed character at `at`, or 0 (Unicode 15, table 3-7).
  private static func sequenceLength(_ bytes: [UInt8], _ at: Int) -> Int {
    let length: Int
    let second: ClosedRange<UInt8>
    switch bytes[at] {
    case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: (length, second) = (3, 0x80...0xBF)
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    default: return 0
    }
    guard at + length <= bytes.count, second.contains(bytes[at + 1]) else { return 0 }
    return bytes[at + 2..<max(at + length, at + 2)].allSatisfy { 0x80...0xBF ~= $0 } ? length : 0
  }

  private static func fault(_ fault: CSVFault, at: Int, in bytes: [UInt8], _ path: String) -> FileError {
    var line = 1
    for byte in bytes[..<at] where byte == UInt8(ascii: "\n") { line += 1 }
    return .csv(path: path, line: line, column: nil, fault: fault)
  }
}
