import Foundation

/// A decimal number as it is written in a field: its value and how finely it is told.
public struct DecimalText: Equatable, Sendable {
  public let value: Double
  /// Digits behind the point, less the exponent: a number written so is a multiple of 10^-decimals; not below 0.
  public let decimals: Int
  /// Significant digits.
  public let digits: Int

  /// Powers of ten that a Double holds exactly.
  private static let powers: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20,
    1e21, 1e22,
  ]

  /// Nil where the field is no decimal number; infinite or NaN values are never made.
  ///
  /// - Precondition: the byte after the field can be read and is no part of a number.
  public init?(_ field: UnsafeBufferPointer<UInt8>) {
    var at = 0
    var end = field.count
    while at < end, field[at] == 0x20 || field[at] == 0x09 { at += 1 }
    while at < end, field[end - 1] == 0x20 || field[end - 1] == 0x09 { end -= 1 }
    let first = at
    var isNegative = false
    if at < end, field[at] == 0x2D || field[at] == 0x2B {
      isNegative = field[at] == 0x2D
      at += 1
    }
    var (seen, significant, behind) = (0, 0, 0)
    var mantissa: UInt64 = 0
    var isFraction = false
    while at < end {
      let digit = field[at] &- 0x30
      if digit <= 9 {
        seen += 1
        if significant > 0 || digit > 0 { significant += 1 }
        if significant <= 18 { mantissa = mantissa &* 10 &+ UInt64(digit) }
        if isFraction { behind += 1 }
      } else if field[at] == 0x2E, !isFraction {
        isFraction = true
      } else {
        break
      }
      at += 1
    }
    guard seen > 0 else { return nil }
    var exponent = 0
    if at < end {
      guard field[at] | 0x20 == 0x65, let power = Self.exponent(field, at + 1, end) else { return nil }
      exponent = power
    }
    decimals = max(0, behind - exponent)
    digits = significant
    let power = exponent - behind
    // Both factors are exact, so that one rounding gives the nearest Double (Clinger 1990).
    if significant <= 15, abs(power) <= 22 {
      let size = power < 0 ? Double(mantissa) / Self.powers[-power] : Double(mantissa) * Self.powers[power]
      value = isNegative ? 0 - size : size
      return
    }
    guard let base = field.baseAddress else { return nil }
    // The C library rounds to the nearest too; in the C locale, which this program never leaves, a point is a point.
    let nearest = UnsafeRawPointer(base + first).withMemoryRebound(to: CChar.self, capacity: end - first) {
      strtod($0, nil)
    }
    guard nearest.isFinite else { return nil }
    value = nearest
  }

  /// The whole number between `start` and `end`; nil where it is none or beyond what any number needs.
  private static func exponent(_ field: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Int? {
    var at = start
    var isNegative = false
    if at < end, field[at] == 0x2D || field[at] == 0x2B {
      isNegative = field[at] == 0x2D
      at += 1
    }
    guard at < end, end - at <= 6 else { return nil }
    var value = 0
    while at < end {
      let digit = field[at] &- 0x30
      guard digit <= 9 else { return nil }
      value = value * 10 + Int(digit)
      at += 1
    }
    return isNegative ? -value : value
  }
}
