import Files
import Maths
import Testing

@Suite("Numbers in tables") struct CSVNumberTests {
  private func numbers(_ fields: [String]) throws(FileError) -> (values: [Double], missing: [Bool]) {
    try CSVTable(Array(("n,m\n" + fields.map { "\($0),\n" }.joined()).utf8), path: "t.csv").numbers(column: 0)
  }

  @Test("decimal numbers are read, blanks around them ignored")
  func decimals() throws {
    let found = try numbers(["1", "-2.5", "+.5", "5.", " 7\t", "1e3", "1.5E-3", "0012", "-0", "1e-400"])
    #expect(found.values == [1, -2.5, 0.5, 5, 7, 1000, 0.0015, 12, 0, 0])
    #expect(!found.missing.contains(true))
  }

  @Test("an empty field, NA and ? are missing, and 0 stands in their place")
  func missing() throws {
    let found = try numbers(["", "NA", "?", "  ", "3"])
    #expect(found.missing == [true, true, true, true, false])
    #expect(found.values == [0, 0, 0, 0, 3])
  }

  @Test("reading is exact: as the standard library reads, for numbers of every length and size")
  func exact() throws {
    var stream = Stream(seed: 3, stream: 1)
    var texts: [String] = []
    for _ in 0..<20_000 {
      let digits = (0...stream.below(20)).map { _ in "\(stream.below(10))" }.joined()
      let point = stream.below(3) == 0 ? "" : ".\(stream.below(1_000_000))"
      let power = stream.below(2) == 0 ? "" : "e\(stream.below(80) - 40)"
      texts.append((stream.below(2) == 0 ? "-" : "") + digits + point + power)
    }
    #expect(try numbers(texts).values == texts.map { Double($0) ?? .nan })
  }

  @Test(
    "what is no number is refused with its line",
    arguments: ["x", "1,2", "0x10", "1e", "--1", "1.2.3", "1 2", "-", "e5", "١"])
  func refused(text: String) {
    let quoted = text.contains(",") ? "\"\(text)\"" : text
    #expect(throws: FileError.csv(path: "t.csv", line: 3, column: 1, fault: .notANumber(column: "n", text: text))) {
      try numbers(["1", quoted])
    }
  }

  @Test("NaN and infinity are refused", arguments: ["nan", "NaN", "inf", "-Infinity", "1e999", "-1e309"])
  func notFinite(text: String) {
    #expect(throws: FileError.csv(path: "t.csv", line: 2, column: 1, fault: .notFinite(column: "n", text: text))) {
      try numbers([text])
    }
  }
}
