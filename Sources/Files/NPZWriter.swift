import CZlib

/// Named arrays as one file that NumPy reads: a zip archive of NPY files, not packed, without times.
///
/// The same arrays give the same bytes. ZIP64 throughout, so that no array is too large.
///
/// - Source: PKWARE, APPNOTE.TXT 6.3.10, sections 4.3 and 4.5.3.
public struct NPZWriter {
  private var content: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0
  /// 1 January 1980, the first day that the format knows.
  private static let date = 0x21
  /// The version that knows ZIP64.
  private static let version = 45

  public init() {}

  /// Adds an array as `name.npy`.
  ///
  /// - Precondition: names differ.
  public mutating func add(_ array: NPYArray, as name: String) { add(array.bytes, as: name) }

  /// Adds texts of UTF-8 as a one-dimensional array of NumPy's fixed-width unicode, as `name.npy`.
  public mutating func add(texts: TextTable, as name: String) {
    var widest = 1
    for place in 0..<texts.count { widest = max(widest, texts[place].unicodeScalars.count) }
    var bytes = NPYHeader.bytes(description: "<U\(widest)", shape: [texts.count])
    bytes.reserveCapacity(bytes.count + 4 * widest * texts.count)
    for place in 0..<texts.count {
      var left = widest
      for scalar in texts[place].unicodeScalars {
        Self.put(Int(scalar.value), 4, in: &bytes)
        left -= 1
      }
      bytes.append(contentsOf: repeatElement(0, count: 4 * left))
    }
    add(bytes, as: name)
  }

  /// Adds the bytes of an array's file, whatever they are, as `name.npy`.
  package mutating func add(_ bytes: [UInt8], as name: String) {
    let file = Array((name + ".npy").utf8)
    let place = content.count
    let checksum = Int(ZipEntry.checksum(bytes))
    // Bit 11: the name is UTF-8. All ones: the sizes stand in the extra field.
    var common: [UInt8] = []
    for (value, width) in [(Self.version, 2), (1 << 11, 2), (0, 2), (0, 2), (Self.date, 2), (checksum, 4)] {
      Self.put(value, width, in: &common)
    }
    for value in [0xFFFF_FFFF, 0xFFFF_FFFF] { Self.put(value, 4, in: &common) }
    Self.put(file.count, 2, in: &common)
    Self.put(0x0403_4B50, 4, in: &content)
    content += common
    Self.put(20, 2, in: &content)
    content += file
    for (value, width) in [(1, 2), (16, 2), (bytes.count, 8), (bytes.count, 8)] { Self.put(value, width, in: &content) }
    content += bytes
    for (value, width) in [(0x0201_4B50, 4), (Self.version, 2)] { Self.put(value, width, in: &directory) }
    directory += common
    for (value, width) in [(28, 2), (0, 2), (0, 2), (0, 2), (0, 4), (0xFFFF_FFFF, 4)] {
      Self.put(value, width, in: &directory)
    }
    directory += file
    for (value, width) in [(1, 2), (24, 2), (bytes.count, 8), (bytes.count, 8), (place, 8)] {
      Self.put(value, width, in: &directory)
    }
    count += 1
  }

  /// The bytes of the whole archive.
  public consuming func bytes() -> [UInt8] {
    let start = content.count
    content += directory
    let end = content.count
    for (value, width) in [
      (0x0606_4B50, 4), (44, 8), (Self.version, 2), (Self.version, 2), (0, 4), (0, 4), (count, 8), (count, 8),
      (directory.count, 8), (start, 8), (0x0706_4B50, 4), (0, 4), (end, 8), (1, 4), (0x0605_4B50, 4), (0, 2), (0, 2),
      (min(count, 0xFFFF), 2), (min(count, 0xFFFF), 2), (0xFFFF_FFFF, 4), (0xFFFF_FFFF, 4), (0, 2),
    ] { Self.put(value, width, in: &content) }
    return content
  }

  private static func put(_ value: Int, _ width: Int, in bytes: inout [UInt8]) {
    for byte in 0..<width { bytes.append(UInt8(truncatingIfNeeded: value >> (8 * byte))) }
  }
}
