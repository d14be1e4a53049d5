public import Foundation

/// Writes a file so that its path holds the old content or the new one, never a part, whenever the power goes.
public enum AtomicFile {
  /// Replaces the file at `url`, or makes it.
  ///
  /// - Parameters:
  ///   - bytes: All of the new content.
  ///   - url: In a folder that exists.
  ///   - isPrivate: Whether only the user may read it (mode 0600); else the usual mode.
  /// - Throws: ``FileError/unwritable(path:code:)``: the earlier file is as it was, and nothing is left behind.
  public static func write(_ bytes: [UInt8], to url: URL, isPrivate: Bool = false) throws(FileError) {
    let path = url.path
    let temporary = try Writing.temporaryFile(beside: path, mode: isPrivate ? 0o600 : 0o666)
    let code = bytes.withUnsafeBytes { fill(temporary.descriptor, with: $0) }
    try finish(temporary.path, code, path)
  }

  /// Replaces the file at `url`, or makes it.
  public static func write(_ data: Data, to url: URL, isPrivate: Bool = false) throws(FileError) {
    let path = url.path
    let temporary = try Writing.temporaryFile(beside: path, mode: isPrivate ? 0o600 : 0o666)
    let code = data.withUnsafeBytes { fill(temporary.descriptor, with: $0) }
    try finish(temporary.path, code, path)
  }

  /// Replaces the file at `url`, or makes it, with text as UTF-8.
  public static func write(_ text: String, to url: URL, isPrivate: Bool = false) throws(FileError) {
    try write(Array(text.utf8), to: url, isPrivate: isPrivate)
  }

  /// Writes, syncs and closes; 0, or the code of the first refusal.
  private static func fill(_ descriptor: Int32, with bytes: UnsafeRawBufferPointer) -> Int32 {
    var code = Writing.all(bytes, to: descriptor)
    if code == 0, fsync(descriptor) != 0 { code = errno }
    if close(descriptor) != 0, code == 0 { code = errno }
    return code
  }

  private static func finish(_ temporary: String, _ code: Int32, _ path: String) throws(FileError) {
    var code = code
    if code == 0, rename(temporary, path) != 0 { code = errno }
    guard code == 0 else {
      unlink(temporary)
      throw .unwritable(path: path, code: code)
    }
    // The new content is in place; a disk that cannot sync its folder would only have kept the old name longer.
    _ = Writing.syncFolder(Writing.folder(of: path))
  }
}
