import Files
import Foundation
import Maths
import Testing

/// Readers must answer any bytes with a value or a ``FileError``; a trap would end the whole run.
@Suite("Mutated files") struct MutationTests {
  /// One to eight edits of `bytes`: flips, cuts, insertions, runs of ones, copies of a part elsewhere.
  private func mutant(of bytes: [UInt8], _ stream: inout Maths.Stream) -> [UInt8] {
    var bytes = bytes
    for _ in 0...stream.below(8) {
      guard !bytes.isEmpty else { break }
      let place = stream.below(bytes.count)
      switch stream.below(6) {
      case 0: bytes[place] ^= UInt8(1 << stream.below(8))
      case 1: bytes[place] = UInt8(stream.below(256))
      case 2: bytes.removeSubrange(place..<min(bytes.count, place + 1 + stream.below(16)))
      case 3: bytes.insert(contentsOf: (0...stream.below(8)).map { _ in UInt8(stream.below(256)) }, at: place)
      case 4: for index in place..<min(bytes.count, place + 1 + stream.below(8)) { bytes[index] = 0xFF }
      default:
        let from = stream.below(bytes.count)
        let part = Array(bytes[from..<min(bytes.count, from + 1 + stream.below(32))])
        bytes.insert(contentsOf: part, at: place)
      }
    }
    return bytes
  }

  /// How many times as many cases as usual: `make fuzz` asks for more.
  private static let factor = ProcessInfo.processInfo.environment["ROLLCALL_FUZZ"].flatMap { Int($0) } ?? 1

  /// How many mutants are read and how many refused.
  private func outcomes(
    of seeds: [[UInt8]], cases: Int, stream number: UInt64, _ read: ([UInt8]) throws(FileError) -> Void
  ) -> (read: Int, refused: Int) {
    var stream = Maths.Stream(seed: 2024, stream: number)
    var outcome = (read: 0, refused: 0)
    for index in 0..<cases * Self.factor {
      let bytes = mutant(of: seeds[index % seeds.count], &stream)
      do throws(FileError) {
        try read(bytes)
        outcome.read += 1
      } catch {
        outcome.refused += error.description.isEmpty ? 0 : 1
      }
    }
    return outcome
  }

  @Test("gzip")
  func gzip() throws {
    let seeds = try [Golden.bytes("table.csv.gz"), Golden.bytes("two-members.csv.gz")]
    let outcome = outcomes(of: seeds, cases: 3000, stream: 1) { (bytes) throws(FileError) in
      _ = try RawFile(path: "f", bytes: bytes).content(limit: 1 << 20)
    }
    #expect(outcome.read + outcome.refused == 3000 * Self.factor && outcome.refused > 2000 * Self.factor)
  }

  @Test("tables")
  func tables() {
    let texts = ["a,b,c\n1,x,\"y\"\n2,\"p \"\"q\"\",z\n", "\u{FEFF}é,b\r\n-1.5e3,\r\n\"1\n2\",ü\r\n"]
    let outcome = outcomes(of: texts.map { Array($0.utf8) }, cases: 5000, stream: 2) { (bytes) throws(FileError) in
      let table = try CSVTable(bytes, path: "f")
      for column in table.header.indices {
        _ = table.codes(column: column)
        _ = try table.numbers(column: column)
      }
    }
    #expect(outcome.read + outcome.refused == 5000 * Self.factor && outcome.refused > 2000 * Self.factor)
  }

  @Test("arrays")
  func arrays() throws {
    let seeds = try ["float32.npy", "float64-fortran.npy", "bool.npy", "version3.npy"].map(Golden.bytes)
    let outcome = outcomes(of: seeds, cases: 5000, stream: 3) { (bytes) throws(FileError) in
      _ = try NPYArray(bytes, path: "f")
    }
    #expect(outcome.read + outcome.refused == 5000 * Self.factor && outcome.refused > 2000 * Self.factor)
  }

  @Test("archives")
  func archives() throws {
    let seeds = try ["stored.npz", "deflated.npz", "zip64.npz"].map(Golden.bytes)
    let outcome = outcomes(of: seeds, cases: 5000, stream: 4) { (bytes) throws(FileError) in
      let archive = try NPZArchive(RawFile(path: "f", bytes: bytes), limit: 1 << 20)
      for name in archive.names { _ = try archive.array(named: name) }
    }
    #expect(outcome.read + outcome.refused == 5000 * Self.factor && outcome.refused > 1000 * Self.factor)
  }

  @Test("tables read by rows, which agree with tables read whole")
  func rows() {
    let texts = ["a,b,c\n1,x,\"y\"\n2,\"p \"\"q\"\",z\n", "\u{FEFF}é,b\r\n-1.5e3,\r\n\"1\n2\",ü\r\n"]
    var differing = 0
    let outcome = outcomes(of: texts.map { Array($0.utf8) }, cases: 5000, stream: 5) { (bytes) throws(FileError) in
      let whole = try? CSVTable(bytes, path: "f")
      var rows: [[String]]?
      do throws(FileError) { rows = try Self.rows(bytes, piece: 1 + bytes.count % 9) } catch {
        if whole != nil { differing += 1 }
        throw error
      }
      guard let whole else {
        differing += 1
        return
      }
      let expected = (0..<whole.rowCount).map { row in
        whole.header.indices.map { whole.text(row: row, column: $0) }
      }
      if rows != expected { differing += 1 }
    }
    #expect(outcome.read + outcome.refused == 5000 * Self.factor && outcome.refused > 2000 * Self.factor)
    #expect(differing == 0)
  }

  private static func rows(_ bytes: [UInt8], piece: Int) throws(FileError) -> [[String]] {
    let reader = try CSVRowReader(bytes, piece: piece, path: "f")
    var rows: [[String]] = []
    while try reader.next() { rows.append(reader.header.indices.map(reader.text)) }
    if rows.isEmpty { throw reader.fault(.headerOnly) }
    return rows
  }

  @Test("lines of JSON")
  func lines() {
    let texts = [
      #"{"id": "a", "member": 1, "text": "x\u00e9\n", "logprobs": [-1.5, -2e-3], "mu": [0, 1], "more": {"a": [[]]}}"#
        + "\n\n", "{\"id\": 7, \"member\": true}\r\n{\"id\": 8, \"member\": null}",
    ]
    let outcome = outcomes(of: texts.map { Array($0.utf8) }, cases: 5000, stream: 6) { (bytes) throws(FileError) in
      let reader = try JSONLineReader(bytes, piece: 1 + bytes.count % 9, path: "f")
      while try reader.next() != nil {}
    }
    #expect(outcome.read + outcome.refused == 5000 * Self.factor && outcome.refused > 2000 * Self.factor)
  }
}
