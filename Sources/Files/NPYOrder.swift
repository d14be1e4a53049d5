/// Moves elements between the bytes of an array's file and memory.
enum NPYOrder {
  /// For each element in C order, its place in a file in Fortran order; nil where the two orders are one.
  static func fortranSources(_ shape: [Int]) -> [Int]? {
    guard shape.filter({ $0 != 1 }).count > 1, !shape.contains(0) else { return nil }
    var strides: [Int] = []
    var stride = 1
    for length in shape {
      strides.append(stride)
      stride *= length
    }
    var sources = [Int](repeating: 0, count: stride)
    var index = [Int](repeating: 0, count: shape.count)
    var source = 0
    for element in 0..<stride {
      sources[element] = source
      var dimension = shape.count - 1
      while dimension >= 0 {
        index[dimension] += 1
        source += strides[dimension]
        if index[dimension] < shape[dimension] { break }
        source -= strides[dimension] * shape[dimension]
        index[dimension] = 0
        dimension -= 1
      }
    }
    return sources
  }

  /// Reads `count` little-endian words from `body` and makes an element of each, in the order of `sources`.
  static func load<Word: FixedWidthInteger & UnsignedInteger & BitwiseCopyable, Element>(
    _ body: ArraySlice<UInt8>, _ count: Int, _ sources: [Int]?, _ element: (Word) -> Element
  ) -> [Element] {
    let width = Word.bitWidth / 8
    precondition(body.count == count * width, "the header's size was checked before")
    return body.withUnsafeBytes { bytes in
      if let sources {
        return sources.map {
          element(Word(littleEndian: bytes.loadUnaligned(fromByteOffset: $0 * width, as: Word.self)))
        }
      }
      return (0..<count).map {
        element(Word(littleEndian: bytes.loadUnaligned(fromByteOffset: $0 * width, as: Word.self)))
      }
    }
  }

  /// Appends words as they stand in memory.
  static func store<Word: BitwiseCopyable>(_ words: some Sequence<Word>, in bytes: inout [UInt8]) {
    Array(words).withUnsafeBytes { bytes.append(contentsOf: $0) }
  }
}
