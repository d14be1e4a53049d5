import Foundation

/// Reads one line of JSON (RFC 8259), strictly: no key twice, no number that is not finite, no deep nesting.
struct JSONScanner {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let path: String
  private let line: Int
  private var at = 0
  /// Objects and lists in one another.
  private static let depthLimit = 16

  /// - Precondition: the byte after the last can be read and is no part of a number.
  init(_ bytes: UnsafeBufferPointer<UInt8>, path: String, line: Int) {
    self.bytes = bytes
    self.path = path
    self.line = line
  }

  /// The object that is all of the line.
  mutating func object() throws(FileError) -> [String: JSONValue] {
    skipBlanks()
    guard take(0x7B) else { throw fault(.notAnObject) }
    let members = try members(depth: 1)
    skipBlanks()
    guard at == bytes.count else { throw fault(.syntax) }
    return members
  }

  private mutating func members(depth: Int) throws(FileError) -> [String: JSONValue] {
    var result: [String: JSONValue] = [:]
    skipBlanks()
    if take(0x7D) { return result }
    while true {
      skipBlanks()
      let start = at
      guard take(0x22) else { throw fault(.syntax) }
      let key = try text()
      skipBlanks()
      guard take(0x3A) else { throw fault(.syntax) }
      let value = try value(depth: depth)
      if result.updateValue(value, forKey: key) != nil {
        at = start
        throw fault(.duplicateKey(key))
      }
      skipBlanks()
      if take(0x7D) { return result }
      guard take(0x2C) else { throw fault(.syntax) }
    }
  }

  private mutating func value(depth: Int) throws(FileError) -> JSONValue {
    guard depth <= Self.depthLimit else { throw fault(.tooDeep(limit: Self.depthLimit)) }
    skipBlanks()
    if take(0x22) { return .text(try text()) }
    if take(0x5B) { return try list(depth: depth) }
    if take(0x7B) {
      _ = try members(depth: depth + 1)
      return .other
    }
    if take(word: "true") { return .flag(true) }
    if take(word: "false") { return .flag(false) }
    if take(word: "null") { return .null }
    return .number(try number())
  }

  private mutating func list(depth: Int) throws(FileError) -> JSONValue {
    var numbers: [Double] = []
    var isNumbers = true
    skipBlanks()
    if take(0x5D) { return .numbers([]) }
    while true {
      if case .number(let number) = try value(depth: depth + 1) { numbers.append(number) } else { isNumbers = false }
      skipBlanks()
      if take(0x5D) { return isNumbers ? .numbers(numbers) : .other }
      guard take(0x2C) else { throw fault(.syntax) }
    }
  }

  private mutating func number() throws(FileError) -> Double {
    let start = at
    while at < bytes.count, Self.isOfNumber(bytes[at]) { at += 1 }
    let field = UnsafeBufferPointer(rebasing: bytes[start..<at])
    // JSON knows no leading plus, no leading zero before a digit, and a digit on both sides of a point.
    let digits = field.first == 0x2D ? field.dropFirst() : field[...]
    let point = digits.firstIndex(of: 0x2E)
    guard let first = digits.first, Self.isDigit(first),
      !(first == 0x30 && digits.count > 1 && Self.isDigit(digits[digits.startIndex + 1])),
      point.map({ $0 + 1 < digits.endIndex && Self.isDigit(digits[$0 + 1]) }) ?? true,
      let number = DecimalText(field)
    else {
      at = start
      throw fault(.syntax)
    }
    return number.value
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 <= 9 }

  private static func isOfNumber(_ byte: UInt8) -> Bool {
    isDigit(byte) || byte == 0x2E || byte == 0x2D || byte == 0x2B || byte | 0x20 == 0x65
  }

  /// The text after an opening quote.
  private mutating func text() throws(FileError) -> String {
    var units: [UInt8] = []
    while at < bytes.count {
      let byte = bytes[at]
      at += 1
      if byte == 0x22 { return String(decoding: units, as: UTF8.self) }
      guard byte >= 0x20 else { throw fault(.syntax) }
      if byte == 0x5C { try escape(into: &units) } else { units.append(byte) }
    }
    throw fault(.syntax)
  }

  private mutating func escape(into units: inout [UInt8]) throws(FileError) {
    guard at < bytes.count else { throw fault(.syntax) }
    let byte = bytes[at]
    at += 1
    switch byte {
    case 0x22, 0x5C, 0x2F: units.append(byte)
    case UInt8(ascii: "b"): units.append(0x08)
    case UInt8(ascii: "f"): units.append(0x0C)
    case UInt8(ascii: "n"): units.append(0x0A)
    case UInt8(ascii: "r"): units.append(0x0D)
    case UInt8(ascii: "t"): units.append(0x09)
    case UInt8(ascii: "u"):
      var code = try hexadecimal()
      if 0xD800...0xDBFF ~= code {
        guard take(0x5C), take(UInt8(ascii: "u")) else { throw fault(.loneSurrogate) }
        let low = try hexadecimal()
        guard 0xDC00...0xDFFF ~= low else { throw fault(.loneSurrogate) }
        code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
      }
      guard let scalar = Unicode.Scalar(code) else { throw fault(.loneSurrogate) }
      units.append(contentsOf: UTF8.encode(scalar).map(Array.init) ?? [])
    default: throw fault(.syntax)
    }
  }

  private mutating func hexadecimal() throws(FileError) -> UInt32 {
    guard at + 4 <= bytes.count else { throw fault(.syntax) }
    var value: UInt32 = 0
    for byte in bytes[at..<at + 4] {
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue, byte < 0x80 else { throw fault(.syntax) }
      value = value << 4 | UInt32(digit)
    }
    at += 4
    return value
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard at < bytes.count, bytes[at] == byte else { return false }
    at += 1
    return true
  }

  private mutating func take(word: StaticString) -> Bool {
    let wanted = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
    guard bytes[at...].starts(with: wanted) else { return false }
    at += wanted.count
    return true
  }

  private mutating func skipBlanks() {
    while at < bytes.count, bytes[at] == 0x20 || bytes[at] == 0x09 || bytes[at] == 0x0D { at += 1 }
  }

  private func fault(_ fault: JSONFault) -> FileError {
    .json(path: path, line: line, column: at + 1, fault: fault)
  }
}
