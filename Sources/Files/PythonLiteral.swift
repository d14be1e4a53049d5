/// The few Python literals of an NPY header: a dictionary of texts, truths, tuples of whole numbers, and lists.
enum PythonLiteral: Equatable {
  case text(String)
  case flag(Bool)
  case tuple([Int])
  /// What stands in it is not read: it describes a structured array.
  case list

  /// The dictionary that `bytes` hold, or nil if they hold anything else or a key twice.
  static func dictionary(_ bytes: ArraySlice<UInt8>) -> [String: PythonLiteral]? {
    var reader = Reader(rest: bytes)
    return reader.dictionary()
  }

  private struct Reader {
    var rest: ArraySlice<UInt8>

    mutating func dictionary() -> [String: PythonLiteral]? {
      guard take("{") else { return nil }
      var result: [String: PythonLiteral] = [:]
      while !take("}") {
        guard let key = text(), take(":"), result[key] == nil else { return nil }
        if take("[") {
          // Nested brackets have no further meaning here; the array is refused whatever they hold.
          result[key] = .list
          return result.merging(["fortran_order": .flag(false), "shape": .tuple([])]) { own, _ in own }
        }
        guard let value = value() else { return nil }
        result[key] = value
        guard take(",") || rest.first == UInt8(ascii: "}") else { return nil }
      }
      return isAtEnd ? result : nil
    }

    private mutating func value() -> PythonLiteral? {
      if let text = text() { return .text(text) }
      if take("True") { return .flag(true) }
      if take("False") { return .flag(false) }
      guard take("(") else { return nil }
      var numbers: [Int] = []
      while !take(")") {
        guard let number = number() else { return nil }
        numbers.append(number)
        // A comma follows each but the last, and a single one too.
        if !take(",") {
          guard numbers.count > 1, take(")") else { return nil }
          break
        }
      }
      return .tuple(numbers)
    }

    private mutating func text() -> String? {
      skipBlanks()
      guard let quote = rest.first, quote == UInt8(ascii: "'") || quote == UInt8(ascii: "\"") else { return nil }
      let inside = rest.dropFirst().prefix { $0 != quote && $0 != UInt8(ascii: "\\") }
      guard inside.endIndex < rest.endIndex, rest[inside.endIndex] == quote else { return nil }
      rest = rest[(inside.endIndex + 1)...]
      return String(decoding: inside, as: UTF8.self)
    }

    private mutating func number() -> Int? {
      skipBlanks()
      let digits = rest.prefix { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
      rest = rest[digits.endIndex...]
      // Python 2 wrote long integers with an L.
      if rest.first == UInt8(ascii: "L") { rest.removeFirst() }
      return Int(String(decoding: digits, as: UTF8.self))
    }

    private mutating func take(_ word: StaticString) -> Bool {
      skipBlanks()
      let wanted = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
      guard rest.starts(with: wanted) else { return false }
      rest = rest.dropFirst(wanted.count)
      skipBlanks()
      return true
    }

    private mutating func skipBlanks() {
      rest = rest.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") }
    }

    private var isAtEnd: Bool { rest.isEmpty }
  }
}
