import Findings
import Reports
import Study
import Testing

@Suite("The table of walks along the boundary")
struct BoundaryTableTests {
  /// Forests on German credit, undefended, with a walk whose AUC is given.
  private static func results(auc: Double, headline: Double, unreached: Int = 0) -> Results {
    var results = Sample.results()
    func estimate(_ value: Double) -> Estimate {
      Estimate(value: value, low: value - 0.02, high: value + 0.02, method: .bootstrap)
    }
    let place = results.cells.firstIndex { $0.headline != nil } ?? 0
    guard var found = results.cells[place].headline?.headline, let own = results.cells[place].headlineAttack
    else { return results }
    found.auc = estimate(auc)
    results.cells[place].boundary = BoundaryResult(
      targets: 2, records: 500, queries: 431.6, mostQueries: 936, allQueries: 432_000, unreached: unreached,
      headline: found, others: [.init(attack: own, access: .probabilities, auc: estimate(headline))])
    return results
  }

  @Test("tells labels asked, what distance gives away and what other attacks do")
  func rows() throws {
    let text = try Sample.text(Self.results(auc: 0.646, headline: 0.803))
    #expect(text.contains("What labels alone give away if one may ask often"))
    #expect(text.contains("at most 936 labels a record; two targets and 500 records under test"))
    #expect(text.blocks.contains("432") && text.contains("0.646") && text.contains("0.803"))
    #expect(text.contains("none was run") && !text.contains("Masked, not mended") && !text.contains("no other answer"))
    #expect(try Sample.text(Self.results(auc: 0.6, headline: 0.8, unreached: 12)).contains("was met 12 times"))
  }

  @Test("says where answers hide what labels show")
  func masked() throws {
    #expect(try Sample.text(Self.results(auc: 0.646, headline: 0.51)).contains("Masked, not mended"))
    #expect(try !Sample.text(Self.results(auc: 0.51, headline: 0.48)).contains("Masked, not mended"))
  }

  @Test("is not there where no walk was asked for")
  func absent() throws { #expect(try !Sample.text().contains("What labels alone give away if")) }
}
