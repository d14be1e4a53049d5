/// The table of contents at the end of a zip archive.
///
/// - Source: PKWARE, APPNOTE.TXT 6.3.10, sections 4.3 and 4.5.3.
struct ZipDirectory {
  private let file: RawFile
  private var bytes: [UInt8] { file.bytes }
  /// The most arrays of an archive.
  private static let entryLimit = 4096

  init(_ file: RawFile) { self.file = file }

  func fault(_ offset: Int, _ fault: NPZFault) -> FileError {
    .archive(path: file.path, offset: offset, fault: fault)
  }

  func entries() throws(FileError) -> [ZipEntry] {
    var (count, place) = try start()
    guard count <= Self.entryLimit else { throw fault(place, .tooManyEntries(limit: Self.entryLimit)) }
    var entries: [ZipEntry] = []
    for _ in 0..<count {
      guard try word(place, 4) == 0x0201_4B50 else { throw fault(place, .badEntry) }
      entries.append(try entry(place))
      place += 46 + (try word(place + 28, 2)) + (try word(place + 30, 2)) + (try word(place + 32, 2))
    }
    return entries
  }

  /// The number of entries and the place of the first.
  private func start() throws(FileError) -> (count: Int, place: Int) {
    // The end record is 22 bytes and a comment of at most 65535.
    var end = bytes.count - 22
    let lowest = max(0, end - 0xFFFF)
    while end >= lowest, !bytes[end...].starts(with: [0x50, 0x4B, 5, 6]) { end -= 1 }
    guard end >= lowest, end >= 0 else { throw fault(max(0, bytes.count), .notZip) }
    let count = try word(end + 10, 2)
    let place = try word(end + 16, 4)
    guard count == 0xFFFF || place == 0xFFFF_FFFF else { return (count, place) }
    // ZIP64: a locator before the end record points to a longer one.
    guard end >= 20, try word(end - 20, 4) == 0x0706_4B50 else { return (count, place) }
    let long = try word(end - 12, 8)
    guard try word(long, 4) == 0x0606_4B50 else { throw fault(long, .badEntry) }
    return (try word(long + 32, 8), try word(long + 48, 8))
  }

  /// The entry whose central header is at `place`.
  private func entry(_ place: Int) throws(FileError) -> ZipEntry {
    let nameLength = try word(place + 28, 2)
    let extraLength = try word(place + 30, 2)
    let extra = place + 46 + nameLength
    guard extra + extraLength <= bytes.count else { throw fault(place, .truncated) }
    // A field of all ones stands in the ZIP64 extra field instead, in this order.
    var values = [try word(place + 24, 4), try word(place + 20, 4), try word(place + 42, 4)]
    if values.contains(0xFFFF_FFFF), var long = try zip64(extra, extraLength) {
      for index in values.indices where values[index] == 0xFFFF_FFFF {
        guard long.upperBound - long.lowerBound >= 8 else { throw fault(place, .badEntry) }
        values[index] = try word(long.lowerBound, 8)
        long = long.lowerBound + 8..<long.upperBound
      }
    }
    return ZipEntry(
      name: String(decoding: bytes[place + 46..<extra], as: UTF8.self), place: place,
      flags: UInt16(try word(place + 8, 2)), method: UInt16(try word(place + 10, 2)),
      checksum: UInt32(try word(place + 16, 4)), packedSize: values[1], size: values[0], header: values[2])
  }

  /// Where the ZIP64 extra field's values stand.
  private func zip64(_ start: Int, _ length: Int) throws(FileError) -> Range<Int>? {
    var at = start
    while at + 4 <= start + length {
      let size = try word(at + 2, 2)
      guard at + 4 + size <= start + length else { throw fault(at, .badEntry) }
      if try word(at, 2) == 1 { return at + 4..<at + 4 + size }
      at += 4 + size
    }
    return nil
  }

  /// A little-endian number; beyond `Int` or the end of the file it is refused.
  func word(_ place: Int, _ width: Int) throws(FileError) -> Int {
    guard place >= 0, place <= bytes.count - width else { throw fault(max(0, place), .truncated) }
    let value = bytes[place..<place + width].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    guard let number = Int(exactly: value) else { throw fault(place, .badEntry) }
    return number
  }
}
