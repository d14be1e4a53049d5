import Files
import Foundation

/// A file that the user named; it may be a pipe, so its size is known only once it is read.
enum GivenFile {
  /// All bytes.
  ///
  /// - Throws: ``Files/FileError``, also where there are more than `most`.
  static func bytes(of url: URL, most: Int) throws -> Data {
    let data = try prefix(of: url, count: most + 1)
    guard data.count <= most else { throw FileError.tooLarge(path: url.path, limit: most) }
    return data
  }

  /// The first bytes, `count` at most.
  ///
  /// - Throws: ``Files/FileError``.
  static func prefix(of url: URL, count: Int) throws -> Data {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder) else {
      throw FileError.missing(path: url.path)
    }
    guard !isFolder.boolValue else { throw FileError.notAFile(path: url.path) }
    guard let handle = try? FileHandle(forReadingFrom: url) else {
      throw FileError.unreadable(path: url.path, code: EACCES)
    }
    defer { try? handle.close() }
    return try handle.read(upToCount: count) ?? Data()
  }
}
