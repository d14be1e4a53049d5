import Findings
import Foundation
import Reports
import Testing

@Suite("The table of results")
struct ResultsTableTests {
  @Test("has one line for each attack on each cell and every column in each")
  func lines() {
    let results = Sample.results()
    let lines = ResultsTable.csv(results).components(separatedBy: "\r\n")
    #expect(lines.count == 1 + results.cells.reduce(0) { $0 + max(1, $1.attacks.count) } + 1)
    #expect(lines.last == "")
    for line in lines.dropLast() where !line.contains("\"") {
      #expect(line.split(separator: ",", omittingEmptySubsequences: false).count == ResultsTable.columns.count)
    }
  }

  @Test("holds the numbers unrounded")
  func numbers() throws {
    let line = try #require(ResultsTable.csv(Sample.results()).components(separatedBy: "\r\n").dropFirst().first)
    #expect(
      line.hasPrefix(
        "german_credit-random-forest-none,german_credit,random-forest,none,done,,leak,32,1000,0.752,0.74,0.764,0.68,"
          + "0.66,0.7,0.7,0.981,lira-online,lira-online,probabilities,done,,true,leak,0.01,0.0099,0.44,0.2,0.6,"))
  }

  @Test("leaves undefined numbers empty and writes infinities in words")
  func undefined() throws {
    var results = Sample.results()
    Edit.headline(&results) {
      $0.p = .nan
      $0.designEffect = .infinity
    }
    let line = try #require(ResultsTable.csv(results).components(separatedBy: "\r\n").dropFirst().first)
    #expect(line.contains(",,14400,450,inf,"))
  }

  @Test(
    "quotes what needs quotes and disarms formulas",
    arguments: [
      ("a,b", "\"a,b\""), ("say \"x\"", "\"say \"\"x\"\"\""), ("two\r\nlines", "\"two\r\nlines\""),
      ("=1+1", "'=1+1"), ("+cmd", "'+cmd"), ("-cmd", "'-cmd"), ("@sum", "'@sum"), ("\tx", "'\tx"), ("\rx", "\"'\rx\""),
      ("-5.2", "-5.2"), ("+1e3", "+1e3"), ("-inf", "'-inf"), ("=\"\u{301}", "\"'=\"\"\u{301}\""),
      ("\u{FF1D}1", "'\u{FF1D}1"),
      ("=\u{301}1", "'=\u{301}1"), ("plain", "plain"),
    ])
  func hostile(text: String, field: String) {
    var results = Sample.results()
    results.cells = [results.cells[2]]
    results.cells[0].reason = text
    let csv = ResultsTable.csv(results)
    #expect(csv.contains("skipped,\(field),"))
  }
}
