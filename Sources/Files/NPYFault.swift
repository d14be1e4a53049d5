/// What is wrong with an NPY array.
public enum NPYFault: Equatable, Sendable, CustomStringConvertible {
  case notNPY
  case version(major: UInt8)
  case truncatedHeader
  case badHeader
  /// Python objects are programs: they are never loaded.
  case objects
  case structured
  case elementType(String)
  case badShape
  case tooLarge
  case wrongSize(found: Int, expected: Int)
  case notABoolean(UInt8)
  case wrongContent(found: String, expected: String)

  public var description: String {
    switch self {
    case .notNPY: "not an NPY array; save it with numpy.save"
    case .version(let major): "NPY version \(major), but only 1 to 3 are read; save it with numpy.save"
    case .truncatedHeader: "the array's header ends too early; copy the file again"
    case .badHeader: "the array's header is damaged; save it again with numpy.save"
    case .objects: "an array of Python objects, which is never loaded; convert it with astype, to float64 for example"
    case .structured: "a structured array; save each of its fields as an array of its own"
    case .elementType(let type):
      "elements of type \(type.excerpt) are not read; convert them with astype to float32, float64, int64, "
        + "bool or uint8"
    case .badShape: "the array's shape is damaged; save it again with numpy.save"
    case .tooLarge: "the array's shape is too large for any file; save it again with numpy.save"
    case .wrongSize(let found, let expected):
      "\(found) bytes of elements where the shape needs \(expected); copy the file again"
    case .notABoolean(let byte): "the byte \(byte) in an array of booleans; save it again with numpy.save"
    case .wrongContent(let found, let expected): "the array holds \(found) where \(expected) is needed"
    }
  }
}
