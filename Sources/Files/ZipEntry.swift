import CZlib

/// One file of a zip archive, as the table of contents describes it.
struct ZipEntry {
  let name: String
  /// Where its central header stands.
  let place: Int
  let flags: UInt16
  let method: UInt16
  /// CRC-32 of the content.
  let checksum: UInt32
  let packedSize: Int
  let size: Int
  /// Where its local header stands.
  let header: Int

  /// The content, checked against its size and checksum.
  func content(in file: RawFile) throws(FileError) -> [UInt8] {
    let packed = try packed(in: file)
    let content: [UInt8]
    switch method {
    case 0: content = Array(packed)
    case 8: content = try inflated(packed, in: file)
    default: throw fault(.method(name: name, number: method), in: file)
    }
    guard content.count == size, Self.checksum(content) == checksum else { throw fault(.damaged(name), in: file) }
    return content
  }

  /// The bytes between this entry's local header and the next.
  private func packed(in file: RawFile) throws(FileError) -> ArraySlice<UInt8> {
    guard flags & 1 == 0 else { throw fault(.encrypted(name), in: file) }
    let directory = ZipDirectory(file)
    guard try directory.word(header, 4) == 0x0403_4B50 else { throw directory.fault(header, .badEntry) }
    let start = header + 30 + (try directory.word(header + 26, 2)) + (try directory.word(header + 28, 2))
    guard start <= file.bytes.count, packedSize <= file.bytes.count - start
    else { throw directory.fault(header, .truncated) }
    return file.bytes[start..<start + packedSize]
  }

  private func inflated(_ packed: ArraySlice<UInt8>, in file: RawFile) throws(FileError) -> [UInt8] {
    guard let inflater = Inflater(.bare) else { throw .gzip(path: file.path, offset: 0, fault: .noMemory) }
    var content: [UInt8] = []
    var offset = packed.startIndex
    while true {
      // The size was checked against the limit: whatever comes beyond it is damage.
      let step = inflater.step(packed, from: offset, into: &content, limit: size)
      offset += step.consumed
      switch step.state {
      case .more: continue
      case .end: return content
      case .starved, .damaged, .tooLarge: throw fault(.damaged(name), in: file)
      }
    }
  }

  private func fault(_ fault: NPZFault, in file: RawFile) -> FileError {
    .archive(path: file.path, offset: header, fault: fault)
  }

  /// zlib counts with 32 bits: larger contents go through in pieces.
  static func checksum(_ content: [UInt8]) -> UInt32 {
    var sum: UInt = 0
    var start = 0
    while start < content.count {
      let end = min(start + 1 << 30, content.count)
      sum = content[start..<end].withUnsafeBufferPointer { crc32(sum, $0.baseAddress, UInt32($0.count)) }
      start = end
    }
    return UInt32(sum)
  }
}
