import CZlib

/// zlib's inflate, a piece at a time.
struct Inflater: ~Copyable {
  enum Wrapping { case gzip, bare }
  enum State { case more, end, starved, damaged, tooLarge }

  /// zlib keeps the stream's address, so it must not move.
  private let stream: UnsafeMutablePointer<z_stream>
  /// Bytes of input and of output a step.
  private static let piece = 1 << 18

  /// Nil if zlib finds no memory.
  init?(_ wrapping: Wrapping) {
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    let code = wrapping == .gzip ? rollcall_gunzip_start(stream) : rollcall_inflate_start(stream)
    guard code == Z_OK else { return nil }
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
  }

  /// Makes ready for another member.
  func restart() { inflateReset(stream) }

  /// Unpacks a piece of `input` from `start` and appends it to `output`, which never holds more than `limit` bytes.
  func step(
    _ input: ArraySlice<UInt8>, from start: Int, into output: inout [UInt8], limit: Int
  ) -> (state: State, consumed: Int) {
    let given = min(input.endIndex - start, Self.piece)
    var code = Z_OK
    let piece = input[start..<start + given].withUnsafeBufferPointer { source in
      [UInt8](unsafeUninitializedCapacity: Self.piece) { buffer, count in
        // zlib only reads through this pointer; its type lacks const.
        stream.pointee.next_in = UnsafeMutablePointer(mutating: source.baseAddress)
        stream.pointee.avail_in = UInt32(given)
        stream.pointee.next_out = buffer.baseAddress
        stream.pointee.avail_out = UInt32(Self.piece)
        code = inflate(stream, Z_NO_FLUSH)
        count = Self.piece - Int(stream.pointee.avail_out)
      }
    }
    let consumed = given - Int(stream.pointee.avail_in)
    guard output.count + piece.count <= limit else { return (.tooLarge, consumed) }
    output += piece
    switch code {
    case Z_STREAM_END: return (.end, consumed)
    case Z_OK: return (.more, consumed)
    case Z_BUF_ERROR: return (.starved, consumed)
    default: return (.damaged, consumed)
    }
  }
}
