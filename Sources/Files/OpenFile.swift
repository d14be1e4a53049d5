import Foundation

/// A regular file open for reading, closed when it goes out of scope.
struct OpenFile: ~Copyable {
  let path: String
  /// Bytes when it was opened.
  let size: Int
  private let descriptor: Int32

  init(_ url: URL) throws(FileError) {
    let opened = try Self.open(url.path)
    path = url.path
    descriptor = opened.descriptor
    size = opened.size
  }

  deinit { close(descriptor) }

  /// Fills `bytes` from `start` on as far as one call of the system does; 0 at the end of the file.
  func read(into bytes: inout [UInt8], from start: Int = 0) throws(FileError) -> Int {
    while true {
      var code: Int32 = 0
      let got = bytes.withUnsafeMutableBytes { buffer in
        let got = Foundation.read(descriptor, buffer.baseAddress.map { $0 + start }, buffer.count - start)
        code = errno
        return got
      }
      if got >= 0 { return got }
      guard code == EINTR else { throw .unreadable(path: path, code: code) }
    }
  }

  private static func open(_ path: String) throws(FileError) -> (descriptor: Int32, size: Int) {
    // Without O_NONBLOCK a named pipe would be waited for.
    let descriptor = Foundation.open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      let code = errno
      throw code == ENOENT ? .missing(path: path) : .unreadable(path: path, code: code)
    }
    var facts = stat()
    let code = fstat(descriptor, &facts) == 0 ? 0 : errno
    if code == 0, facts.st_mode & S_IFMT == S_IFREG { return (descriptor, Int(facts.st_size)) }
    close(descriptor)
    throw code == 0 ? .notAFile(path: path) : .unreadable(path: path, code: code)
  }
}
