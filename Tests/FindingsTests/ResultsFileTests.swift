import Findings
import Foundation
import Testing

@Suite("Results as a file")
struct ResultsFileTests {
  /// A run of seven cells with different names, as written.
  private var file: Data {
    get throws {
      var results = MadeUpRun(subjects: 40, models: 4).run.results
      let cell = results.cells[0]
      results.cells = (0..<7).map { number in
        var copy = cell
        copy.id = "cell-\(number)"
        // A text may hold what ends a cell elsewhere.
        copy.reason = "    },\n  ],\n\(number)"
        return copy
      }
      return try ResultsFile.data(results)
    }
  }

  @Test("are the same read in parts as in one", arguments: [1, 2, 3, 7, 50])
  func parts(count: Int) async throws {
    let data = try file
    let read = try await ResultsFile.results(data, path: "r", parts: count)
    #expect(read.cells.map(\.id) == (0..<7).map { "cell-\($0)" })
    #expect(try ResultsFile.data(read) == data)
  }

  @Test("laid out otherwise, or of one cell, are read as well")
  func otherwise() async throws {
    let whole = try ResultsFile.results(file, path: "r")
    let packed = try await ResultsFile.results(JSONEncoder().encode(whole), path: "r", parts: 2)
    #expect(try ResultsFile.data(packed) == file)
    var single = whole
    single.cells = [whole.cells[3]]
    let data = try ResultsFile.data(single)
    #expect(try await ResultsFile.data(ResultsFile.results(data, path: "r", parts: 2)) == data)
  }

  @Test("that are damaged are refused in the words of a reader of the whole")
  func damaged() async throws {
    let text = String(decoding: try file, as: UTF8.self)
    let ends = [text.count / 4, text.count / 2, text.count - 40]
    var faults = ends.map { String(text.prefix($0)) }
    faults.append(text.replacing("\"cell-5\"", with: "5"))
    faults.append(text.replacing("rollcall/results/1", with: "rollcall/results/9"))
    for fault in faults {
      let data = Data(fault.utf8)
      let expected = try #require(
        #expect(throws: ResultsFileError.self) { try ResultsFile.results(data, path: "r") })
      await #expect(throws: expected) { try await ResultsFile.results(data, path: "r", parts: 2) }
    }
  }
}
