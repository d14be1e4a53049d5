import Files
import Testing

@Suite("NPZ archives") struct NPZArchiveTests {
  private static let limit = 1 << 20
  private let halves = NPYArray(shape: [2, 3], elements: .float32([-0.5, -0.25, 0, 0.25, 0.5, 0.75]))

  private func open(_ bytes: [UInt8], limit: Int = Self.limit) throws(FileError) -> NPZArchive {
    try NPZArchive(RawFile(path: "a.npz", bytes: bytes), limit: limit)
  }

  private func fault(_ bytes: [UInt8], limit: Int = Self.limit) -> NPZFault? {
    do throws(FileError) {
      _ = try open(bytes, limit: limit).array(named: "losses")
      return nil
    } catch {
      guard case .archive(_, _, let fault) = error else { return nil }
      return fault
    }
  }

  @Test("stored, deflated and ZIP64 archives are read")
  func numPy() throws {
    for name in ["stored.npz", "zip64.npz"] {
      let archive = try NPZArchive(reading: Golden.url(name), limit: Self.limit)
      #expect(archive.names == ["losses", "labels"])
      #expect(try archive.array(named: "losses") == halves)
      #expect(try archive.array(named: "labels") == NPYArray(shape: [3], elements: .int64([0, 1, 2])))
    }
    let deflated = try NPZArchive(reading: Golden.url("deflated.npz"), limit: Self.limit)
    #expect(
      try deflated.array(named: "losses")
        == NPYArray(shape: [50, 40], elements: .float32([Float](repeating: 0, count: 2000))))
  }

  @Test("an array that is not there is named, with those that are")
  func missing() throws {
    let archive = try open(Golden.bytes("stored.npz"))
    let error = FileError.archive(
      path: "a.npz", offset: 0, fault: .missingArray(name: "members", found: ["losses", "labels"]))
    #expect(throws: error) { try archive.array(named: "members") }
    #expect(error.description.contains(#"there is no array "members"; the archive holds "losses", "labels""#))
  }

  @Test("paths out of the archive, names twice and other packings are refused")
  func refused() throws {
    #expect(try fault(Golden.bytes("traversal.npz")) == .badName("../losses.npy"))
    #expect(try fault(Golden.bytes("twice.npz")) == .duplicateName("losses"))
    #expect(try fault(Golden.bytes("bzip2.npz")) == .method(name: "losses.npy", number: 12))
    #expect(fault(Array("not a zip archive, but long enough".utf8)) == .notZip)
    #expect(fault([]) == .notZip)
  }

  @Test("arrays that unpack to more than the limit are refused before they are unpacked")
  func tooLarge() throws {
    let bytes = try Golden.bytes("deflated.npz")
    #expect(bytes.count < 1000)
    #expect(fault(bytes, limit: 8000) == .tooLarge(limit: 8000))
  }

  @Test("every truncation is refused")
  func truncated() throws {
    for name in ["stored.npz", "deflated.npz", "zip64.npz"] {
      let whole = try Golden.bytes(name)
      for count in 0..<whole.count { #expect(fault(Array(whole[..<count])) != nil) }
    }
  }

  @Test("a flipped byte of an array is refused by its checksum")
  func flipped() throws {
    for name in ["stored.npz", "deflated.npz"] {
      var bytes = try Golden.bytes(name)
      // Beyond the local header, within the first array.
      bytes[90] ^= 1
      #expect(fault(bytes) == .damaged("losses.npy"))
    }
  }
}
