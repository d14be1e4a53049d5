import Foundation

/// Arrays of Float32 by name, with words about them: the safetensors format.
///
/// A header of JSON behind its length (8 bytes, little-endian) tells name, type, shape and place of each array; the data
/// follow without gaps.
///
/// - Source: the format's description at https://github.com/huggingface/safetensors.
public struct SafeTensors: Equatable, Sendable {
  public struct Tensor: Equatable, Sendable {
    public let shape: [Int]
    public let values: [Float]

    /// - Precondition: as many values as the shape says.
    public init(shape: [Int], values: [Float]) {
      precondition(shape.allSatisfy { $0 >= 0 } && shape.reduce(1, *) == values.count)
      (self.shape, self.values) = (shape, values)
    }
  }

  public let tensors: [(name: String, tensor: Tensor)]
  public let metadata: [String: String]

  public init(tensors: [(name: String, tensor: Tensor)], metadata: [String: String]) {
    (self.tensors, self.metadata) = (tensors, metadata)
  }

  public subscript(name: String) -> Tensor? { tensors.first { $0.name == name }?.tensor }

  public static func == (one: SafeTensors, other: SafeTensors) -> Bool {
    one.metadata == other.metadata
      && one.tensors.elementsEqual(other.tensors) { $0.name == $1.name && $0.tensor == $1.tensor }
  }

  private static let metadataKey = "__metadata__"
  /// As the reference implementation allows.
  private static let longestHeader = 100_000_000

  private struct Place: Codable {
    let dtype: String
    let shape: [Int]
    let offsets: [Int]

    enum CodingKeys: String, CodingKey {
      case dtype, shape
      case offsets = "data_offsets"
    }
  }

  /// The file's bytes, the same for the same content.
  public var bytes: [UInt8] {
    get throws {
      var (parts, offset): ([String], Int) = ([], 0)
      func text(_ value: some Encodable) throws -> String {
        String(decoding: try CanonicalJSON.bytes(value), as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
      }
      parts.append("\(try text(Self.metadataKey)):\(try text(metadata))")
      for (name, tensor) in tensors {
        let end = offset + 4 * tensor.values.count
        parts.append(
          "\(try text(name)):\(try text(Place(dtype: "F32", shape: tensor.shape, offsets: [offset, end])))")
        offset = end
      }
      var header = Array("{\(parts.joined(separator: ","))}".utf8)
      header += [UInt8](repeating: UInt8(ascii: " "), count: (8 - header.count % 8) % 8)
      var bytes = withUnsafeBytes(of: UInt64(header.count).littleEndian) { Array($0) }
      bytes.reserveCapacity(8 + header.count + offset)
      bytes += header
      for (_, tensor) in tensors {
        for value in tensor.values { withUnsafeBytes(of: value.bitPattern.littleEndian) { bytes += $0 } }
      }
      return bytes
    }
  }

  /// Reads a file's bytes; nil where they are no such file, hold other types than Float32, or places that overlap or lie
  /// outside.
  public init?(_ bytes: [UInt8]) {
    guard bytes.count >= 8 else { return nil }
    let length = bytes[..<8].enumerated().reduce(UInt64(0)) { $0 | UInt64($1.element) << (8 * UInt64($1.offset)) }
    guard length <= UInt64(min(Self.longestHeader, bytes.count - 8)) else { return nil }
    let header = Data(bytes[8..<8 + Int(length)])
    guard let object = try? JSONSerialization.jsonObject(with: header) as? [String: Any] else { return nil }
    var places: [(name: String, place: Place)] = []
    for (name, value) in object where name != Self.metadataKey {
      guard let data = try? JSONSerialization.data(withJSONObject: value, options: .fragmentsAllowed),
        let place = try? JSONDecoder().decode(Place.self, from: data)
      else { return nil }
      places.append((name, place))
    }
    places.sort { ($0.place.offsets.first ?? 0, $0.name) < ($1.place.offsets.first ?? 0, $1.name) }
    let start = 8 + Int(length)
    var (next, read): (Int, [(name: String, tensor: Tensor)]) = (0, [])
    for (name, place) in places {
      var count = 1
      for side in place.shape {
        let (product, overflow) = count.multipliedReportingOverflow(by: side)
        guard side >= 0, !overflow, product <= bytes.count else { return nil }
        count = product
      }
      guard place.dtype == "F32", place.offsets == [next, next + 4 * count],
        start + next + 4 * count <= bytes.count
      else { return nil }
      let values = (0..<count).map { index -> Float in
        let place = start + next + 4 * index
        let word = (0..<4).reduce(UInt32(0)) { $0 | UInt32(bytes[place + $1]) << (8 * UInt32($1)) }
        return Float(bitPattern: word)
      }
      read.append((name, Tensor(shape: place.shape, values: values)))
      next += 4 * count
    }
    guard start + next == bytes.count else { return nil }
    tensors = read
    metadata = object[Self.metadataKey] as? [String: String] ?? [:]
  }
}
