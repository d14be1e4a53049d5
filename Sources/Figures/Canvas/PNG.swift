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

  private func packed() throws(CanvasError) -> [UInt8] {
    let rows = filtered()
    var packed = [UInt8](repeating: 0, count: Int(compressBound(UInt(rows.count))))
    var stream = z_stream()
    let size = Int32(MemoryLayout<z_stream>.size)
    guard deflateInit2_(&stream, 1, Z_DEFLATED, 15, 9, Z_RLE, zlibVersion(), size) == Z_OK else {
      throw .refused(reason: "zlib could not start")
    }
    defer { deflateEnd(&stream) }
    let status = rows.withUnsafeBufferPointer { source in
      packed.withUnsafeMutableBufferPointer { target in
        stream.next_in = UnsafeMutablePointer(mutating: source.baseAddress)
        stream.avail_in = UInt32(source.count)
        stream.next_out = target.baseAddress
        stream.avail_out = UInt32(target.count)
        return deflate(&stream, Z_FINISH)
      }
    }
    guard status == Z_STREAM_END else { throw .refused(reason: "zlib stopped with \(status)") }
    return Array(packed.prefix(Int(stream.total_out)))
  }

  /// Each row after its filter byte: 2, the difference to the row above.
  private func filtered() -> [UInt8] {
    let row = 1 + 3 * width
    return [UInt8](unsafeUninitializedCapacity: row * height) { rows, count in
      for y in 0..<height {
        var place = y * row
        rows[place] = 2
        place += 1
        let here = UnsafeRawBufferPointer(rebasing: pixels[(y * stride)..<(y * stride + 4 * width)])
        let above = y == 0 ? nil : UnsafeRawBufferPointer(rebasing: pixels[((y - 1) * stride)..<(y * stride)])
        for x in 0..<width {
          let now = here.loadUnaligned(fromByteOffset: 4 * x, as: UInt32.self)
          let before = above?.loadUnaligned(fromByteOffset: 4 * x, as: UInt32.self) ?? 0
          rows[place] = UInt8(truncatingIfNeeded: now >> 16) &- UInt8(truncatingIfNeeded: before >> 16)
          rows[place + 1] = UInt8(truncatingIfNeeded: now >> 8) &- UInt8(truncatingIfNeeded: before >> 8)
          rows[place + 2] = UInt8(truncatingIfNeeded: now) &- UInt8(truncatingIfNeeded: before)
          place += 3
        }
      }
      count = row * height
    }
  }

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
