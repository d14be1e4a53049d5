import Crypto
public import Foundation

/// SHA-256 as 64 lower-case hexadecimal digits.
public enum Digest {
  public static func hex(of data: Data) -> String { text(SHA256.hash(data: data)) }

  public static func hex(of bytes: [UInt8]) -> String { text(SHA256.hash(data: bytes)) }

  /// The digest of a file as stored, read a piece at a time.
  ///
  /// - Throws: ``FileError``: missing, not a regular file, unreadable.
  public static func hex(ofFile url: URL) throws(FileError) -> String {
    let file = try OpenFile(url)
    var hash = SHA256()
    var piece = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let got = try file.read(into: &piece)
      if got == 0 { return text(hash.finalize()) }
      hash.update(data: piece[..<got])
    }
  }

  private static func text(_ digest: SHA256.Digest) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    for byte in digest { text += [digits[Int(byte >> 4)], digits[Int(byte & 15)]] }
    return String(decoding: text, as: UTF8.self)
  }
}
