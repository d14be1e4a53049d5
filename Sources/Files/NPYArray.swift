public import Foundation

/// An array of numbers as NumPy stores it (`.npy`, format 1 to 3).
///
/// Whole numbers of other widths are read as int64. In memory the elements stand in C order (the last index runs fastest) and in the machine's byte order, whatever the
/// file had.
///
/// - Source: numpy.lib.format, https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html
public struct NPYArray: Equatable, Sendable {
  public enum Elements: Equatable, Sendable {
    case float32([Float])
    case float64([Double])
    case int64([Int64])
    case bool([Bool])
    case uint8([UInt8])

    public var count: Int {
      switch self {
      case .float32(let values): values.count
      case .float64(let values): values.count
      case .int64(let values): values.count
      case .bool(let values): values.count
      case .uint8(let values): values.count
      }
    }
  }

  /// The length of each dimension; empty for a single number.
  public let shape: [Int]
  public let elements: Elements

  /// - Precondition: the lengths are not negative and their product is the number of elements.
  public init(shape: [Int], elements: Elements) {
    precondition(shape.allSatisfy { $0 >= 0 } && shape.reduce(1, *) == elements.count, "a shape needs its elements")
    self.shape = shape
    self.elements = elements
  }

  /// Reads an array of at most `limit` bytes.
  ///
  /// - Throws: ``FileError`` where the file is no array of the types above, or is damaged.
  public init(reading url: URL, limit: Int) throws(FileError) {
    let file = try RawFile(reading: url, limit: limit)
    try self.init(file.bytes, path: file.path)
  }

  /// Reads an array from the bytes of its file.
  public init(_ bytes: [UInt8], path: String) throws(FileError) {
    let header = try NPYHeader(bytes, path: path)
    let body = bytes[header.length...]
    let count = try header.elementCount(stored: body.count, path: path)
    shape = header.shape
    let order = header.isFortran ? NPYOrder.fortranSources(shape) : nil
    let swaps = header.isBigEndian
    switch header.type {
    case .float32:
      elements = .float32(NPYOrder.load(body, count, order) { Float(bitPattern: swaps ? $0.byteSwapped : $0) })
    case .float64:
      elements = .float64(NPYOrder.load(body, count, order) { Double(bitPattern: swaps ? $0.byteSwapped : $0) })
    case .int64:
      elements = .int64(NPYOrder.load(body, count, order) { Int64(bitPattern: swaps ? $0.byteSwapped : $0) })
    case .uint8:
      elements = .uint8(NPYOrder.load(body, count, order) { (byte: UInt8) in byte })
    case .int8:
      elements = .int64(NPYOrder.load(body, count, order) { (byte: UInt8) in Int64(Int8(bitPattern: byte)) })
    case .int16:
      elements = .int64(
        NPYOrder.load(body, count, order) { Int64(Int16(bitPattern: swaps ? $0.byteSwapped : $0)) })
    case .int32:
      elements = .int64(
        NPYOrder.load(body, count, order) { Int64(Int32(bitPattern: swaps ? $0.byteSwapped : $0)) })
    case .uint16:
      elements = .int64(NPYOrder.load(body, count, order) { (word: UInt16) in Int64(swaps ? word.byteSwapped : word) })
    case .uint32:
      elements = .int64(NPYOrder.load(body, count, order) { (word: UInt32) in Int64(swaps ? word.byteSwapped : word) })
    case .bool:
      if let wrong = body.firstIndex(where: { $0 > 1 }) {
        throw .array(path: path, offset: wrong, fault: .notABoolean(body[wrong]))
      }
      elements = .bool(NPYOrder.load(body, count, order) { (byte: UInt8) in byte == 1 })
    }
  }

  /// The bytes of the array's file: format 1, little-endian, C order, as `numpy.save` writes it.
  public var bytes: [UInt8] {
    let header: [UInt8]
    var body: [UInt8] = []
    switch elements {
    case .float32(let values):
      header = NPYHeader.bytes(.float32, shape)
      NPYOrder.store(values.lazy.map(\.bitPattern.littleEndian), in: &body)
    case .float64(let values):
      header = NPYHeader.bytes(.float64, shape)
      NPYOrder.store(values.lazy.map(\.bitPattern.littleEndian), in: &body)
    case .int64(let values):
      header = NPYHeader.bytes(.int64, shape)
      NPYOrder.store(values.lazy.map(\.littleEndian), in: &body)
    case .uint8(let values):
      header = NPYHeader.bytes(.uint8, shape)
      body = values
    case .bool(let values):
      header = NPYHeader.bytes(.bool, shape)
      body = values.map { $0 ? 1 : 0 }
    }
    return header + body
  }
}
