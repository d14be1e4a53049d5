import Foundation

/// Many numbers in little room: base64 of little-endian 32-bit floats.
@propertyWrapper
public struct Packed: Codable, Equatable, Sendable {
  public var wrappedValue: [Float]

  public init(wrappedValue: [Float]) { self.wrappedValue = wrappedValue }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let data = try container.decode(Data.self)
    guard data.count.isMultiple(of: MemoryLayout<Float>.size) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "the packed numbers end in mid-number")
    }
    let bytes = [UInt8](data)
    wrappedValue = stride(from: 0, to: bytes.count, by: 4).map { start in
      let pattern = (0..<4).reduce(UInt32(0)) { $0 | UInt32(bytes[start + $1]) << UInt32(8 * $1) }
      return Float(bitPattern: pattern)
    }
  }

  public func encode(to encoder: any Encoder) throws {
    var data = Data(capacity: wrappedValue.count * 4)
    for value in wrappedValue {
      let pattern = value.bitPattern
      for shift in 0..<4 { data.append(UInt8(truncatingIfNeeded: pattern >> UInt32(8 * shift))) }
    }
    var container = encoder.singleValueContainer()
    try container.encode(data)
  }

  public static func == (one: Packed, other: Packed) -> Bool {
    one.wrappedValue.map(\.bitPattern) == other.wrappedValue.map(\.bitPattern)
  }
}
