import CZlib

/// How far zlib packs texts: a measure of how repetitive they are.
public enum PackedLength {
  /// Bytes of the zlib stream (level 6, header and checksum counted) of `bytes`.
  ///
  /// Another implementation of deflate than zlib's own may pack a little further or less far.
  public static func zlib(_ bytes: [UInt8]) -> Int {
    var length = compressBound(UInt(bytes.count))
    let code = withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Int(length)) { buffer in
      bytes.withUnsafeBufferPointer { compress2(buffer.baseAddress, &length, $0.baseAddress, UInt($0.count), 6) }
    }
    precondition(code == Z_OK, "zlib packs anything into as much room as it asked for")
    return Int(length)
  }
}
