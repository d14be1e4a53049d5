/// A piece of a stream that grows while a row is not whole, with room behind it for bytes that are moved together.
final class ByteWindow {
  private let stream: ByteStream
  private var storage: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  /// The first byte that is not consumed.
  private(set) var start = 0
  /// After the last byte.
  private(set) var end = 0
  /// Whether the stream has no more.
  private(set) var isComplete = false

  var path: String { stream.path }
  var isDrained: Bool { start == end }
  var count: Int { end - start }

  init(_ stream: ByteStream) {
    self.stream = stream
    capacity = 1 << 20
    storage = .allocate(capacity: capacity + 1)
    storage[0] = 0
  }

  deinit { storage.deallocate() }

  @inline(__always)
  subscript(place: Int) -> UInt8 { storage[place] }

  @inline(__always)
  func bytes(_ start: Int, _ end: Int) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: storage + start, count: end - start)
  }

  /// Appends further bytes; false where there are none.
  @discardableResult
  func fill() throws(FileError) -> Bool {
    let more = try stream.next()
    guard !more.isEmpty else {
      isComplete = true
      return false
    }
    if start > 0 {
      storage.update(from: storage + start, count: count)
      (start, end) = (0, count)
    }
    if end + more.count > capacity { grow(end + more.count) }
    more.withUnsafeBufferPointer { bytes in
      if let base = bytes.baseAddress { (storage + end).update(from: base, count: bytes.count) }
    }
    end += more.count
    // A number at the very end of the file ends here too.
    storage[end] = 0
    return true
  }

  private func grow(_ needed: Int) {
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: 2 * needed + 1)
    larger.update(from: storage, count: end)
    storage.deallocate()
    storage = larger
    capacity = 2 * needed
  }

  func consume(_ place: Int) { start = place }

  func skipByteOrderMark() {
    if bytes(start, end).starts(with: [0xEF, 0xBB, 0xBF]) { start += 3 }
  }

  /// The first comma, line end, quote or NUL from `place` on.
  func plainEnd(from place: Int) -> Int {
    var at = place
    while at < end {
      let byte = storage[at]
      // Every byte that can end a field is below 45.
      if byte < 45, byte == 44 || byte == 10 || byte == 13 || byte == 34 || byte == 0 { break }
      at += 1
    }
    return at
  }

  /// Moves the text of a quoted field together, each doubled quote becoming one.
  ///
  /// - Returns: Where it ends then; the bytes behind it stay.
  func undouble(_ from: Int, _ to: Int) -> Int {
    var write = from
    var at = from
    while at < to {
      storage[write] = storage[at]
      at += storage[at] == 34 ? 2 : 1
      write += 1
    }
    return write
  }
}
