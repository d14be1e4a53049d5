public import Foundation

/// A file of one JSON object a line, read a line at a time; packed with gzip or plain.
///
/// Lines may end in LF or CRLF; empty lines may stand at the end.
public final class JSONLineReader {
  /// As it appears in messages.
  public let path: String
  /// The line at hand, from 1.
  public private(set) var line = 0
  private let window: ByteWindow
  /// The most bytes of a line.
  private static let lineLimit = 1 << 24

  public convenience init(reading url: URL) throws(FileError) { try self.init(ByteStream(url)) }

  /// Reads bytes at hand, in pieces of a given size.
  package convenience init(_ bytes: [UInt8], piece: Int, path: String) throws(FileError) {
    try self.init(ByteStream(bytes, piece: piece, path: path))
  }

  private init(_ stream: ByteStream) throws(FileError) {
    window = ByteWindow(stream)
    path = window.path
    while window.count < 3, try window.fill() {}
    window.skipByteOrderMark()
  }

  /// The next object; nil at the end.
  ///
  /// - Throws: ``FileError`` with line and byte.
  public func next() throws(FileError) -> [String: JSONValue]? {
    guard var end = try lineEnd() else { return nil }
    let first = line
    while isBlank(end) {
      window.consume(min(end + 1, window.end))
      guard let following = try lineEnd() else { return nil }
      end = following
    }
    guard line == first else { throw .json(path: path, line: first, column: 1, fault: .blankLine) }
    let bytes = window.bytes(window.start, end)
    guard !bytes.contains(0), String(validating: bytes, as: UTF8.self) != nil
    else { throw .json(path: path, line: line, column: 1, fault: .notUTF8) }
    var scanner = JSONScanner(bytes, path: path, line: line)
    let object = try scanner.object()
    window.consume(min(end + 1, window.end))
    return object
  }

  private func isBlank(_ end: Int) -> Bool {
    window.bytes(window.start, end).allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
  }

  /// Where the line at the window's start ends; nil at the end of the file.
  private func lineEnd() throws(FileError) -> Int? {
    var from = 0
    while true {
      var at = window.start + from
      while at < window.end, window[at] != 0x0A { at += 1 }
      if at < window.end || (window.isComplete && !window.isDrained) {
        line += 1
        return at
      }
      if window.isComplete { return nil }
      from = window.count
      guard from <= Self.lineLimit
      else { throw .json(path: path, line: line + 1, column: from, fault: .lineTooLong(limit: Self.lineLimit)) }
      try window.fill()
    }
  }
}
