/// An opaque colour of sRGB as it is written on the web.
public struct HexColour: Hashable, Sendable, CustomStringConvertible {
  public let red: UInt8
  public let green: UInt8
  public let blue: UInt8

  public init(red: UInt8, green: UInt8, blue: UInt8) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  /// Reads `#RRGGBB` or `#RGB`; nil for anything else, such as a name or a colour with alpha.
  public init?(_ text: String) {
    let digits = text.utf8.dropFirst().compactMap { Character(Unicode.Scalar($0)).hexDigitValue }
    guard text.utf8.first == UInt8(ascii: "#"), digits.count == text.utf8.count - 1 else { return nil }
    switch digits.count {
    case 3: self.init(red: UInt8(17 * digits[0]), green: UInt8(17 * digits[1]), blue: UInt8(17 * digits[2]))
    case 6:
      let bytes = stride(from: 0, to: 6, by: 2).map { UInt8(16 * digits[$0] + digits[$0 + 1]) }
      self.init(red: bytes[0], green: bytes[1], blue: bytes[2])
    default: return nil
    }
  }

  /// `#RRGGBB` in capitals.
  public var description: String {
    "#" + [red, green, blue].map { ($0 < 16 ? "0" : "") + String($0, radix: 16, uppercase: true) }.joined()
  }
}
