public import Foundation

/// A file as stored, read into memory whole.
public struct RawFile: Sendable {
  /// As it appears in messages.
  public let path: String
  public let bytes: [UInt8]

  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  /// Reads a regular file of at most `limit` bytes.
  ///
  /// - Throws: ``FileError``: missing, not a regular file, too large, unreadable.
  public init(reading url: URL, limit: Int) throws(FileError) {
    let file = try OpenFile(url)
    path = file.path
    guard file.size <= limit else { throw .tooLarge(path: path, limit: limit) }
    // A file cut meanwhile gives less than its size, and fails in its reader.
    var bytes = [UInt8](repeating: 0, count: file.size)
    var count = 0
    while count < bytes.count {
      let got = try file.read(into: &bytes, from: count)
      if got == 0 { break }
      count += got
    }
    bytes.removeLast(bytes.count - count)
    self.bytes = bytes
  }

  /// Whether the bytes begin as gzip does.
  public var isPacked: Bool { bytes.starts(with: Gzip.mark) }

  /// The content: unpacked if it is gzip, else the bytes as they are.
  ///
  /// - Parameter limit: The most unpacked bytes to hold.
  /// - Returns: At most `limit` bytes.
  /// - Throws: ``FileError``: damaged, truncated or larger than `limit`.
  public func content(limit: Int) throws(FileError) -> [UInt8] {
    if isPacked { return try Gzip.unpacked(self, limit: limit) }
    guard bytes.count <= limit else { throw .tooLarge(path: path, limit: limit) }
    return bytes
  }
}
