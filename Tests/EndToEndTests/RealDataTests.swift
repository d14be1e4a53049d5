import Findings
import Foundation
import Study
import Testing

@Suite("On real data")
struct RealDataTests {
  private func results(_ manifest: String) throws -> Results {
    let program = try Program()
    let path = try program.write(manifest, to: "study.yaml")
    let end = try program.run("run", path, "--output", "out", "--store", "store")
    #expect(end.status == 0, "\(end.errors)")
    return try ResultsFile.results(try program.read("out/results.json"), path: "results.json")
  }

  @Test("a forest on German credit leaks to LiRA and a linear model hardly does")
  func credit() throws {
    let results = try results(
      study(
        datasets: "[german_credit]", models: "[random-forest, logistic-regression]", defences: "[none]", pool: 32))
    let forest = try #require(results.cells[0].attacks[0].headline)
    #expect(forest.auc.value >= 0.95 && forest.auc.low > 0.9 && forest.auc.high <= 1)
    #expect(results.cells[0].verdict == .leak)
    #expect(results.cells[0].utility?.trainAccuracy == 1)
    let linear = try #require(results.cells[1].attacks[1].headline)
    #expect((0.50...0.58).contains(linear.auc.value), "\(linear.auc)")
    #expect(results.cells[1].utility?.majority == 0.7)
  }

  @Test("redrawn memberships show nothing", arguments: [8, 16])
  func null(models: Int) throws {
    let results = try results(
      study(
        datasets: "[german_credit]", models: "[random-forest, logistic-regression]",
        attacks: "[lira-online, rmia-online, lira-offline, rmia-offline, attack-p, loss]", pool: models))
    let check = try #require(results.checks.first { $0.name == "null-run" })
    #expect(check.verdict == .passed && check.lines == 24, "\(check)")
    for line in results.cells.flatMap(\.attacks).compactMap(\.null) {
      #expect((0.44...0.56).contains(line.auc.value), "\(line.auc)")
    }
  }

  @Test("a cell without meaning is skipped and says why")
  func skipped() throws {
    let results = try results(
      study(models: "[{name: random-forest, trees: 10}]", defences: "[none, weight-decay]", attacks: "[loss]"))
    #expect(results.cells.map(\.status) == [.done, .skipped])
    #expect(results.cells[1].reason?.contains("weights") == true && results.cells[1].attacks.isEmpty)
  }
}
