import Foundation

/// The content of a file a piece at a time, unpacked if it is gzip: no more than a few pieces are ever held.
final class ByteStream {
  let path: String
  /// The file's own bytes, a piece at a time.
  private let source: () throws(FileError) -> [UInt8]
  private var unpacking: Unpacking?
  /// Bytes read and not yet handed on.
  private var waiting: [UInt8] = []
  private static let piece = 1 << 18

  /// - Throws: ``FileError``: missing, not a regular file, unreadable.
  convenience init(_ url: URL) throws(FileError) {
    let file = try SharedFile(url)
    try self.init(path: file.file.path) { () throws(FileError) in try file.piece(Self.piece) }
  }

  /// Bytes at hand, in pieces of a given size.
  convenience init(_ bytes: [UInt8], piece: Int, path: String) throws(FileError) {
    var at = 0
    try self.init(path: path) { () throws(FileError) in
      defer { at = min(at + piece, bytes.count) }
      return Array(bytes[at..<min(at + piece, bytes.count)])
    }
  }

  private init(path: String, source: @escaping () throws(FileError) -> [UInt8]) throws(FileError) {
    self.path = path
    self.source = source
    var first: [UInt8] = []
    while first.count < Gzip.mark.count {
      let more = try source()
      if more.isEmpty { break }
      first += more
    }
    if first.starts(with: Gzip.mark) {
      guard let inflater = Inflater(.gzip) else { throw .gzip(path: path, offset: 0, fault: .noMemory) }
      unpacking = Unpacking(inflater: inflater, input: first)
    } else {
      waiting = first
    }
  }

  /// The next bytes; empty at the end.
  func next() throws(FileError) -> [UInt8] {
    if let unpacking { return try unpacked(unpacking) }
    if !waiting.isEmpty {
      defer { waiting = [] }
      return waiting
    }
    return try source()
  }

  /// Where the unpacking of a gzip file stands.
  private final class Unpacking {
    let inflater: Inflater
    var input: [UInt8]
    var at = 0
    /// Packed bytes before those of `input`.
    var before = 0
    /// A member has ended; another, or zeros, may follow.
    var isBetween = false
    var isPadding = false

    init(inflater: consuming Inflater, input: [UInt8]) {
      self.inflater = inflater
      self.input = input
    }
  }

  private func unpacked(_ state: Unpacking) throws(FileError) -> [UInt8] {
    var output: [UInt8] = []
    while output.isEmpty {
      if state.input.count - state.at < Gzip.mark.count { try refill(state) }
      if state.isBetween {
        if try isPadding(state) { return [] }
        state.inflater.restart()
        state.isBetween = false
      }
      guard state.at < state.input.count else { throw fault(state, .truncated) }
      let step = state.inflater.step(state.input[...], from: state.at, into: &output, limit: .max)
      state.at += step.consumed
      switch step.state {
      case .more: continue
      case .end: state.isBetween = true
      // More input may follow: the start of the loop looks.
      case .starved where step.consumed > 0 || state.at == state.input.count: continue
      case .starved, .damaged, .tooLarge: throw fault(state, .damaged)
      }
    }
    return output
  }

  /// Puts further packed bytes after those that are left.
  private func refill(_ state: Unpacking) throws(FileError) {
    var more = try source()
    while !more.isEmpty, state.input.count - state.at + more.count < Gzip.mark.count {
      let next = try source()
      if next.isEmpty { break }
      more += next
    }
    state.before += state.at
    state.input = Array(state.input[state.at...]) + more
    state.at = 0
  }

  /// Whether nothing but zeros follows the last member, as gzip itself allows.
  private func isPadding(_ state: Unpacking) throws(FileError) -> Bool {
    if state.at == state.input.count { return true }
    guard state.input[state.at] == 0 else {
      guard state.input[state.at...].starts(with: Gzip.mark) else { throw fault(state, .trailing) }
      return false
    }
    while state.at < state.input.count {
      guard state.input[state.at...].allSatisfy({ $0 == 0 }) else { throw fault(state, .trailing) }
      state.at = state.input.count
      try refill(state)
    }
    return true
  }

  private func fault(_ state: Unpacking, _ fault: GzipFault) -> FileError {
    .gzip(path: path, offset: state.before + state.at, fault: fault)
  }
}

/// An open file that closures may share.
private final class SharedFile {
  let file: OpenFile

  init(_ url: URL) throws(FileError) { file = try OpenFile(url) }

  /// The next bytes, at most `size`; empty at the end.
  func piece(_ size: Int) throws(FileError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: size)
    let got = try file.read(into: &bytes)
    bytes.removeLast(bytes.count - got)
    return bytes
  }
}
