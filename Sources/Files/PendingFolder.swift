public import Foundation

/// A folder that is filled under a temporary name and appears at its own name all at once.
///
///     let pending = try PendingFolder(for: unit)
///     try pending.write(array.bytes, as: "signal.npy")
///     try pending.commit()
///
/// What is not committed is removed.
public struct PendingFolder: ~Copyable {
  /// Where the folder will stand.
  private let path: String
  /// Where it is filled.
  private let temporary: String
  /// Holds the lock that says that the folder is being filled; closed with the process at the latest.
  private let descriptor: Int32
  private var isPending = true

  /// Makes the temporary folder beside `url`.
  ///
  /// - Throws: ``FileError/unwritable(path:code:)``.
  public init(for url: URL) throws(FileError) {
    let path = url.path
    let temporary = try Writing.temporaryFolder(beside: path)
    descriptor = open(temporary, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    if descriptor >= 0 { _ = flock(descriptor, LOCK_EX | LOCK_NB) }
    self.temporary = temporary
    self.path = path
  }

  deinit {
    if isPending { Self.remove(temporary) }
    if descriptor >= 0 { close(descriptor) }
  }

  /// The folder as it is being filled, for writers that need a place of their own.
  public var url: URL { URL(fileURLWithPath: temporary) }

  /// Writes one file into the folder.
  ///
  /// - Parameters:
  ///   - bytes: All of its content.
  ///   - name: A plain file name.
  /// - Throws: ``FileError/unwritable(path:code:)``.
  public func write(_ bytes: [UInt8], as name: String) throws(FileError) {
    precondition(!name.contains("/"), "a file of a pending folder has a plain name")
    do throws(FileError) {
      try AtomicFile.write(bytes, to: url.appendingPathComponent(name))
    } catch {
      guard case .unwritable(_, let code) = error else { throw error }
      throw .unwritable(path: "\(path)/\(name)", code: code)
    }
  }

  /// Puts the folder in its place, and what stood there away.
  ///
  /// - Throws: ``FileError/unwritable(path:code:)``: what stood at the place before still does.
  public consuming func commit() throws(FileError) {
    var code = Writing.syncFolder(temporary)
    if code == 0 { code = rename(temporary, path) == 0 ? 0 : errno }
    if code == ENOTEMPTY || code == EEXIST { code = try Self.replace(path, by: temporary) }
    guard code == 0 else { throw .unwritable(path: path, code: code) }
    // From here on the temporary name is anyone's.
    isPending = false
    _ = Writing.syncFolder(Writing.folder(of: path))
  }

  /// Moves the old folder aside, the new one in, and removes the old one; 0, or the code of the refusal.
  private static func replace(_ path: String, by temporary: String) throws(FileError) -> Int32 {
    // A folder can be renamed onto an empty one: making that first keeps its name from others.
    let aside = try Writing.temporaryFolder(beside: path)
    defer { remove(aside) }
    guard rename(path, aside) == 0 else { return errno }
    guard rename(temporary, path) == 0 else {
      let code = errno
      _ = rename(aside, path)
      return code
    }
    return 0
  }

  private static func remove(_ path: String) {
    try? FileManager.default.removeItem(atPath: path)
  }
}
