import Foundation

/// The system's calls behind atomic writing, with the code of what they refuse.
enum Writing {
  /// Makes an empty file that no one else has, in the folder of `path`.
  ///
  /// The name does not depend on the file's own, which may be as long as the system allows.
  static func temporaryFile(beside path: String, mode: mode_t) throws(FileError) -> (path: String, descriptor: Int32) {
    var attempt = 0
    while true {
      let temporary = temporaryName(beside: path, attempt)
      let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
      if descriptor >= 0 {
        // Until it is closed: no one takes the file for a leftover.
        _ = flock(descriptor, LOCK_EX | LOCK_NB)
        return (temporary, descriptor)
      }
      guard errno == EEXIST else { throw .unwritable(path: path, code: errno) }
      attempt += 1
    }
  }

  /// Makes an empty folder that no one else has, beside `path`.
  static func temporaryFolder(beside path: String) throws(FileError) -> String {
    var attempt = 0
    while true {
      let temporary = temporaryName(beside: path, attempt)
      if mkdir(temporary, 0o777) == 0 { return temporary }
      guard errno == EEXIST else { throw .unwritable(path: path, code: errno) }
      attempt += 1
    }
  }

  static func all(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Int32 {
    var written = 0
    while written < bytes.count {
      let count = write(descriptor, bytes.baseAddress.map { $0 + written }, bytes.count - written)
      if count > 0 {
        written += count
      } else if count == 0 {
        return ENOSPC
      } else if errno != EINTR {
        return errno
      }
    }
    return 0
  }

  /// Asks the disk to keep what a folder lists; 0, or the code of the refusal.
  static func syncFolder(_ path: String) -> Int32 {
    let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return errno }
    defer { close(descriptor) }
    // Some file systems cannot sync a folder and say EINVAL: they keep names by themselves.
    return fsync(descriptor) == 0 || errno == EINVAL ? 0 : errno
  }

  static func folder(of path: String) -> String {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    return folder.isEmpty ? "." : folder
  }

  private static let prefix = ".rollcall-"
  private static let suffix = ".tmp"

  /// The process that gave something a temporary name; nil where the name is no such one.
  static func process(ofTemporary name: String) -> pid_t? {
    guard name.hasPrefix(prefix), name.hasSuffix(suffix) else { return nil }
    let parts = name.dropFirst(prefix.count).dropLast(suffix.count).split(
      separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, let process = pid_t(parts[0]), process > 0, let attempt = Int(parts[1]), attempt >= 0
    else { return nil }
    return process
  }

  private static func temporaryName(beside path: String, _ attempt: Int) -> String {
    "\(folder(of: path))/\(prefix)\(getpid())-\(attempt)\(suffix)"
  }
}
