/// What the text of a field says as a number: decimal digits, a point and an exponent, blanks around it.
enum NumberText: Equatable {
  case value(Double)
  /// Empty, `NA` or `?`.
  case missing
  case notANumber
  /// `nan`, `inf`, or digits beyond the largest Double.
  case notFinite

  /// Powers of ten that a Double holds exactly.
  private static let powers: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20,
    1e21, 1e22,
  ]

  init(_ field: ArraySlice<UInt8>) {
    var text = field
    while let byte = text.first, Self.isBlank(byte) { text.removeFirst() }
    while let byte = text.last, Self.isBlank(byte) { text.removeLast() }
    if text.isEmpty || text.elementsEqual("NA".utf8) || text.elementsEqual("?".utf8) {
      self = .missing
      return
    }
    guard let scan = Scan(text) else {
      self =
        Self.words.contains(String(decoding: text.prefix(10), as: UTF8.self).lowercased()) ? .notFinite : .notANumber
      return
    }
    // Both factors are exact, so that one rounding gives the nearest Double (Clinger 1990).
    if scan.digits <= 15, abs(scan.exponent) <= 22 {
      let power = Self.powers[abs(scan.exponent)]
      let mantissa = Double(scan.mantissa)
      let size = scan.exponent < 0 ? mantissa / power : mantissa * power
      self = .value(scan.isNegative ? 0 - size : size)
    } else if let value = Double(String(decoding: text, as: UTF8.self)) {
      self = value.isFinite ? .value(value) : .notFinite
    } else {
      self = .notANumber
    }
  }

  private static let words = ["nan", "-nan", "+nan", "inf", "-inf", "+inf", "infinity", "-infinity", "+infinity"]

  private static func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }

  /// The parts of a decimal number.
  private struct Scan {
    var isNegative = false
    var mantissa: UInt64 = 0
    /// Digits of the mantissa from the first that is not 0.
    var digits = 0
    var exponent = 0

    /// Nil if `text` is no number.
    init?(_ text: ArraySlice<UInt8>) {
      var rest = text
      if let sign = rest.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
        isNegative = sign == UInt8(ascii: "-")
        rest.removeFirst()
      }
      var seen = 0
      var isFraction = false
      while let byte = rest.first {
        if byte == UInt8(ascii: "."), !isFraction {
          isFraction = true
        } else if UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte {
          seen += 1
          if digits > 0 || byte != UInt8(ascii: "0") { digits += 1 }
          if digits <= 15 { mantissa = mantissa * 10 + UInt64(byte - UInt8(ascii: "0")) }
          if isFraction { exponent -= 1 }
        } else {
          break
        }
        rest.removeFirst()
      }
      guard seen > 0 else { return nil }
      guard let mark = rest.first else { return }
      guard mark | 0x20 == UInt8(ascii: "e") else { return nil }
      let power = rest.dropFirst()
      let figures = power.first == UInt8(ascii: "-") || power.first == UInt8(ascii: "+") ? power.dropFirst() : power
      guard !figures.isEmpty, figures.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }) else { return nil }
      // More than six figures is far out of range either way: the slow path settles it.
      guard figures.count <= 6, let value = Int(String(decoding: power, as: UTF8.self)) else {
        exponent = .max / 2
        return
      }
      exponent += value
    }
  }
}
