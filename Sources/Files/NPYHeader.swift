/// What an NPY file says of its elements before they come.
struct NPYHeader {
  enum ElementType: String {
    case float32 = "f4"
    case float64 = "f8"
    case int64 = "i8"
    case bool = "b1"
    case uint8 = "u1"
    // Read as int64; never written.
    case int8 = "i1"
    case int16 = "i2"
    case int32 = "i4"
    case uint16 = "u2"
    case uint32 = "u4"

    var width: Int {
      switch self {
      case .float64, .int64: 8
      case .float32, .int32, .uint32: 4
      case .int16, .uint16: 2
      case .bool, .uint8, .int8: 1
      }
    }
  }

  let type: ElementType
  let isBigEndian: Bool
  let isFortran: Bool
  let shape: [Int]
  /// Bytes before the first element.
  let length: Int

  private static let magic: [UInt8] = [0x93] + Array("NUMPY".utf8)
  /// NumPy makes at most 64 dimensions.
  private static let dimensionLimit = 64
  /// NumPy itself refuses longer texts.
  private static let textLimit = 10_000

  init(_ bytes: [UInt8], path: String) throws(FileError) {
    func fault(_ offset: Int, _ fault: NPYFault) -> FileError { .array(path: path, offset: offset, fault: fault) }
    guard bytes.starts(with: Self.magic) else { throw fault(0, .notNPY) }
    guard bytes.count >= 12 else { throw fault(bytes.count, .truncatedHeader) }
    guard 1...3 ~= bytes[6] else { throw fault(6, .version(major: bytes[6])) }
    // Format 1 counts the header's text with two bytes, later ones with four.
    let start = bytes[6] == 1 ? 10 : 12
    let text = bytes[8..<start].reversed().reduce(0) { $0 << 8 | Int($1) }
    guard text <= Self.textLimit else { throw fault(8, .badHeader) }
    guard start + text <= bytes.count else { throw fault(bytes.count, .truncatedHeader) }
    guard let facts = PythonLiteral.dictionary(bytes[start..<start + text]),
      facts.count == 3, case .flag(let isFortran)? = facts["fortran_order"]
    else { throw fault(start, .badHeader) }
    switch facts["descr"] {
    case .text(let text):
      let order = text.first
      if text.dropFirst() == "O" || text == "O" { throw fault(start, .objects) }
      guard let type = ElementType(rawValue: String(text.dropFirst())), order == "<" || order == ">" || order == "|"
      else { throw fault(start, .elementType(text)) }
      guard order != "|" || type.width == 1 else { throw fault(start, .badHeader) }
      self.type = type
      isBigEndian = order == ">"
    case .list: throw fault(start, .structured)
    default: throw fault(start, .badHeader)
    }
    guard case .tuple(let shape)? = facts["shape"], shape.count <= Self.dimensionLimit
    else { throw fault(start, .badShape) }
    self.isFortran = isFortran
    self.shape = shape
    length = start + text
  }

  /// The product of the shape, which must fill the `stored` bytes exactly.
  func elementCount(stored: Int, path: String) throws(FileError) -> Int {
    var count = 1
    var size = type.width
    for length in shape {
      let (product, overflows) = size.multipliedReportingOverflow(by: length)
      guard !overflows else { throw .array(path: path, offset: self.length, fault: .tooLarge) }
      size = product
      count *= length
    }
    guard size == stored
    else { throw .array(path: path, offset: length, fault: .wrongSize(found: stored, expected: size)) }
    return count
  }

  /// The bytes before the first element, in format 1, padded to a multiple of 64 as `numpy.save` does.
  static func bytes(_ type: ElementType, _ shape: [Int]) -> [UInt8] {
    bytes(description: (type.width == 1 ? "|" : "<") + type.rawValue, shape: shape)
  }

  /// The same for elements as NumPy describes them, such as `<U12`.
  static func bytes(description: String, shape: [Int]) -> [UInt8] {
    let lengths = shape.map(String.init).joined(separator: ", ") + (shape.count == 1 ? "," : "")
    var text = Array("{'descr': '\(description)', 'fortran_order': False, 'shape': (\(lengths)), }".utf8)
    // NumPy leaves room for the first dimension to grow to 20 digits; without it the bytes would differ.
    text += [UInt8](repeating: UInt8(ascii: " "), count: shape.isEmpty ? 0 : 21 - String(shape[0]).count)
    let unpadded = 10 + text.count + 1
    text += [UInt8](repeating: UInt8(ascii: " "), count: (64 - unpadded % 64) % 64)
    text.append(UInt8(ascii: "\n"))
    return magic + [1, 0, UInt8(text.count & 0xFF), UInt8(text.count >> 8)] + text
  }
}
