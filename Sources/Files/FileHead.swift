public import Foundation

/// How a file begins.
public enum FileHead {
  /// The first bytes of the content, unpacked if it is gzip: `count` of them, or fewer where there are no more.
  ///
  /// - Throws: ``FileError``.
  public static func bytes(of url: URL, count: Int) throws(FileError) -> [UInt8] {
    let stream = try ByteStream(url)
    var bytes: [UInt8] = []
    while bytes.count < count {
      let more = try stream.next()
      if more.isEmpty { break }
      bytes += more
    }
    return Array(bytes.prefix(count))
  }
}
