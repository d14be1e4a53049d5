import Findings
import Foundation
import Testing

@Suite("Results as a file")
struct ResultsFileTests {
  /// A run of three cells, with the rates of each target.
  private var results: Results {
    var results = MadeUpRun(subjects: 40, models: 4).run.results
    let estimate = Estimate(value: 0.6, low: 0.5, high: 0.7, method: .bootstrap)
    let point = results.cells[0].attacks[0].headline?.tpr ?? []
    var cell = results.cells[0]
    cell.attacks[0].targets = (0..<4).map { target in
      TargetResult(
        target: target, members: 20, nonMembers: 20, auc: estimate, advantageMax: 0.2, balancedAccuracyMax: 0.6,
        tpr: target == 2 ? [] : point)
    }
    results.cells = (0..<3).map { number in
      var copy = cell
      copy.id = "cell-\(number)"
      // A text may hold what stands around rates elsewhere.
      copy.reason = "          \"targets\" : [\n              \"tpr\" : [\n              ]"
      return copy
    }
    return results
  }

  @Test("is read for pages without the rates of single targets, and with all else")
  func pages() throws {
    let results = results
    #expect(results.cells[1].attacks[0].targets[3].tpr.count == 4)
    let read = try ResultsFile.forPages(ResultsFile.data(results), path: "r")
    var expected = results
    for cell in expected.cells.indices {
      for target in 0..<4 { expected.cells[cell].attacks[0].targets[target].tpr = [] }
    }
    #expect(try ResultsFile.data(read) == ResultsFile.data(expected))
  }

  @Test("laid out otherwise, is read whole")
  func otherwise() throws {
    let packed = try JSONEncoder().encode(results)
    #expect(try ResultsFile.data(ResultsFile.forPages(packed, path: "r")) == ResultsFile.data(results))
  }

  @Test("that is damaged is refused in the words of a reader of the whole")
  func damaged() throws {
    let text = String(decoding: try ResultsFile.data(results), as: UTF8.self)
    var faults = [0, text.count / 4, text.count / 2, text.count - 40].map { String(text.prefix($0)) }
    faults.append(text.replacing("\"cell-1\"", with: "5"))
    faults.append(text.replacing("rollcall/results/1", with: "rollcall/results/9"))
    for fault in faults {
      let data = Data(fault.utf8)
      let expected = try #require(
        #expect(throws: ResultsFileError.self) { try ResultsFile.results(data, path: "r") })
      #expect(throws: expected) { try ResultsFile.forPages(data, path: "r") }
    }
  }
}
