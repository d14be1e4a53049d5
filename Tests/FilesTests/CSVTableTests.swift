import Files
import Testing

@Suite("CSV tables") struct CSVTableTests {
  private func table(_ text: String) throws(FileError) -> CSVTable { try CSVTable(Array(text.utf8), path: "t.csv") }

  private func fault(_ text: String) -> FileError? {
    do {
      _ = try table(text)
      return nil
    } catch { return error }
  }

  private func csv(_ line: Int, _ column: Int?, _ fault: CSVFault) -> FileError {
    .csv(path: "t.csv", line: line, column: column, fault: fault)
  }

  private func rows(_ table: CSVTable) -> [[String]] {
    (0..<table.rowCount).map { row in table.header.indices.map { table.text(row: row, column: $0) } }
  }

  @Test("quotes, doubled quotes, commas and line ends in quotes are read as RFC 4180 says")
  func quoting() throws {
    let table = try table("a,\"b \"\"x\"\"\"\n\"1,\n2\",\"he said \"\"no\"\"\"\n,\"\"\n")
    #expect(table.header == ["a", "b \"x\""])
    #expect(rows(table) == [["1,\n2", "he said \"no\""], ["", ""]])
    #expect(table.line(ofRow: 1) == 4)
  }

  @Test("CRLF, a byte-order mark and a missing last line end change nothing")
  func variants() throws {
    let plain = rows(try table("a,é\n1,2\n3,4\n"))
    for text in ["a,é\r\n1,2\r\n3,4\r\n", "\u{FEFF}a,é\n1,2\n3,4", "\u{FEFF}a,é\r\n1,2\r\n3,\"4\""] {
      let other = try table(text)
      #expect(other.header == ["a", "é"])
      #expect(rows(other) == plain)
    }
  }

  @Test(
    "a faulty table is refused with its place",
    arguments: [
      ("", 1, nil, .empty), ("\u{FEFF}", 1, nil, .empty), ("a,b", 1, nil, .headerOnly), ("a,b\n", 2, nil, .headerOnly),
      ("a,b\n1,2\n3\n", 3, nil, .ragged(found: 1, expected: 2)),
      ("a,b\n1,2,3\n", 2, nil, .ragged(found: 3, expected: 2)),
      ("a,b\n1,2\n\n", 3, nil, .ragged(found: 1, expected: 2)),
      ("a,b,a\n1,2,3\n", 1, 3, .duplicateColumn(name: "a", first: 1)), ("a,,c\n1,2,3\n", 1, 2, .unnamedColumn),
      ("a,b\n1,\"2\n3,4\n", 2, 2, .unclosedQuote), ("a,b\n1,2\"\n", 2, 2, .strayQuote),
      ("a,b\n\"1\"2,3\n", 2, 1, .textAfterQuote), ("a,b\r1,2\r", 1, 2, .bareCarriageReturn),
      ("a,b\n1,\0\n", 2, nil, .nul),
    ] as [(String, Int, Int?, CSVFault)])
  func faults(text: String, line: Int, column: Int?, expected: CSVFault) {
    #expect(fault(text) == csv(line, column, expected))
  }

  @Test(
    "bytes that are not UTF-8 are refused with their line",
    arguments: [
      [0xFF], [0xC0, 0x80], [0xE9], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE2, 0x82], [0xE2, 0x28, 0xA1],
    ] as [[UInt8]])
  func encoding(bad: [UInt8]) {
    #expect(throws: csv(2, nil, .notUTF8)) { try CSVTable(Array("a\n".utf8) + bad, path: "t.csv") }
    #expect(throws: csv(2, nil, .notUTF8)) {
      try CSVTable(Array("a\n".utf8) + bad + Array("\nb\n".utf8), path: "t.csv")
    }
  }

  @Test("a field over 64 KiB and a header over 16384 columns are refused")
  func limits() throws {
    let long = String(repeating: "x", count: 65_537)
    #expect(fault("a,b\n1,\(long)\n") == csv(2, 2, .fieldTooLong(limit: 65_536)))
    #expect(fault("a,b\n\"\(long)\",2\n") == csv(2, 1, .fieldTooLong(limit: 65_536)))
    #expect(try table("a,b\n1,\(long.dropLast())\n").rowCount == 1)
    let wide = (0...16_384).map { "c\($0)" }.joined(separator: ",")
    #expect(fault(wide + "\n") == csv(1, nil, .tooManyColumns(limit: 16_384)))
  }

  @Test("a missing column is named, with those that there are")
  func missingColumn() throws {
    let table = try table("age,sex\n1,2\n")
    #expect(throws: csv(1, nil, .missingColumn(name: "label", found: ["age", "sex"]))) {
      try table.index(of: "label")
    }
    #expect(try table.index(of: "sex") == 1)
  }

  @Test("messages say what, where and what to do")
  func messages() {
    #expect(
      fault("a,b\n1,2\n3\n")?.description
        == "t.csv, line 3: 1 fields but the header has 2; add or remove commas, quote fields that hold a comma, "
        + "remove empty lines")
    let error = csv(4, 2, .notANumber(column: "age", text: "x\u{1B}[2J\n" + String(repeating: "y", count: 60)))
    #expect(
      error.description
        == #"t.csv, line 4, column 2: "age" is a column of numbers but holds "x\u{1B}[2J\n"#
        + String(repeating: "y", count: 34)
        + #"..."; mend the field, or make the column categorical in the card"#)
  }

  @Test("codes stand for different texts in the order of their first appearance")
  func codes() throws {
    let found = try table("a,b\nx,1\n,2\nx,3\ny,4\n").codes(column: 0)
    #expect(found.codes == [0, 1, 0, 2])
    #expect(found.texts == ["x", "", "y"])
  }
}
