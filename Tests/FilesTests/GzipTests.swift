import Files
import Foundation
import Testing

@Suite("Gzip") struct GzipTests {
  private static let limit = 1 << 20

  private func content(_ bytes: [UInt8], limit: Int = Self.limit) throws(FileError) -> [UInt8] {
    try RawFile(path: "f.gz", bytes: bytes).content(limit: limit)
  }

  @Test("a packed table is read as one member, as two, and with padding")
  func members() throws {
    let table = try CSVTable(reading: Golden.url("table.csv.gz"), limit: Self.limit)
    #expect(table.rowCount == 200)
    #expect(table.text(row: 199, column: 1) == "m")
    let one = try content(Golden.bytes("table.csv.gz"))
    #expect(try content(Golden.bytes("two-members.csv.gz")) == one)
    #expect(try content(Golden.bytes("table.csv.gz") + [0, 0, 0]) == one)
    #expect(try content(one) == one)
  }

  @Test("every truncation is refused")
  func truncated() throws {
    let whole = try Golden.bytes("table.csv.gz")
    for count in 2..<whole.count {
      #expect(throws: FileError.gzip(path: "f.gz", offset: count, fault: .truncated)) {
        try content(Array(whole[..<count]))
      }
    }
  }

  @Test("no flipped byte changes what is read")
  func flipped() throws {
    let whole = try Golden.bytes("table.csv.gz")
    let content = try content(whole)
    var refused = 0
    // The header's ten bytes hold a date and a system, which may be anything.
    for place in 10..<whole.count {
      var bytes = whole
      bytes[place] ^= 0x10
      do throws(FileError) {
        // A bit that nothing depends on may flip; no other.
        let isSame = try self.content(bytes) == content
        #expect(isSame)
      } catch {
        refused += 1
      }
    }
    #expect(refused > whole.count - 15)
  }

  @Test("something else behind the data is refused")
  func trailing() throws {
    let whole = try Golden.bytes("table.csv.gz")
    #expect(throws: FileError.gzip(path: "f.gz", offset: whole.count, fault: .trailing)) {
      try content(whole + [65])
    }
  }

  @Test("a bomb is refused at the limit, which a file may just reach")
  func bomb() throws {
    let bomb = try Golden.bytes("bomb.csv.gz")
    #expect(bomb.count < 20_000)
    #expect(throws: FileError.tooLarge(path: "f.gz", limit: Self.limit)) { try content(bomb) }
    #expect(throws: FileError.tooLarge(path: "f.gz", limit: 1 << 24 - 1)) { try content(bomb, limit: 1 << 24 - 1) }
    #expect(try content(bomb, limit: 1 << 24).count == 1 << 24)
    #expect(throws: FileError.tooLarge(path: "f.gz", limit: 3)) { try content([1, 2, 3, 4], limit: 3) }
  }

  @Test("a missing file, a folder, a pipe and a file beyond the limit are told apart")
  func places() throws {
    let scratch = try Scratch()
    let absent = scratch.url.appendingPathComponent("absent")
    #expect(throws: FileError.missing(path: absent.path)) { try RawFile(reading: absent, limit: 9) }
    #expect(throws: FileError.notAFile(path: scratch.url.path)) { try RawFile(reading: scratch.url, limit: 9) }
    let pipe = scratch.url.appendingPathComponent("pipe")
    #expect(mkfifo(pipe.path, 0o600) == 0)
    #expect(throws: FileError.notAFile(path: pipe.path)) { try RawFile(reading: pipe, limit: 9) }
    let table = try Golden.url("table.csv.gz")
    #expect(throws: FileError.tooLarge(path: table.path, limit: 9)) { try RawFile(reading: table, limit: 9) }
  }

  @Test("digests are those of FIPS 180, of bytes and of files alike")
  func digests() throws {
    let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    #expect(Digest.hex(of: Data("abc".utf8)) == abc)
    #expect(Digest.hex(of: Array("abc".utf8)) == abc)
    let bomb = try Golden.url("bomb.csv.gz")
    #expect(try Digest.hex(ofFile: bomb) == Digest.hex(of: Golden.bytes("bomb.csv.gz")))
    #expect(throws: FileError.missing(path: "/nowhere/x")) {
      try Digest.hex(ofFile: URL(fileURLWithPath: "/nowhere/x"))
    }
  }
}
