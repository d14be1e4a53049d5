import Foundation
import Testing

/// An array as NumPy saves it: version 1, little-endian, C order.
struct NumberFile {
  let shape: [Int]
  private let bytes: Data

  init(_ name: String) throws {
    let url = try #require(Bundle.module.url(forResource: name, withExtension: "npy", subdirectory: "Golden"))
    let file = try Data(contentsOf: url)
    try #require(file.count > 10 && file[1...5].elementsEqual("NUMPY".utf8) && file[6] == 1)
    let start = 10 + Int(file[8]) + Int(file[9]) << 8
    let header = String(decoding: file[10..<start], as: UTF8.self)
    try #require(header.contains("'fortran_order': False"))
    let open = try #require(header.firstIndex(of: "("))
    let close = try #require(header.firstIndex(of: ")"))
    shape = header[header.index(after: open)..<close].split(separator: ",").compactMap {
      Int($0.trimmingCharacters(in: .whitespaces))
    }
    bytes = Data(file[start...])
  }

  /// The elements, read as `Element`, whose size must be that of the file's.
  func elements<Element: BitwiseCopyable>(_ type: Element.Type) throws -> [Element] {
    let count = shape.reduce(1, *)
    try #require(bytes.count == count * MemoryLayout<Element>.size)
    return bytes.withUnsafeBytes { raw in
      (0..<count).map { raw.loadUnaligned(fromByteOffset: $0 * MemoryLayout<Element>.size, as: type) }
    }
  }
}
