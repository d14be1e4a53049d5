import Findings
import Foundation
import Testing

/// `Tests/recompute.py` knows the definitions but not the code: a number that only one of the two has wrong shows here.
@Suite("An independent program", .enabled(if: Python.hasNumPy, "python3 cannot import numpy"))
struct RecomputeTests {
  private static let manifest = study(
    models: "[{name: random-forest, trees: 20}, logistic-regression]",
    attacks: "[lira-online, rmia-online, lira-offline, rmia-offline, attack-p, loss, "
      + "{name: noise-robustness, score: contrast}]", more: "keep: scores")

  private func recompute(_ folder: String) throws -> (status: Int32, output: String) {
    try Python.run([Program.root.appendingPathComponent("Tests/recompute.py").path, folder])
  }

  private func run() throws -> Program {
    let program = try Program()
    let path = try program.write(Self.manifest, to: "study.yaml")
    let end = try program.run("run", path, "--output", "out", "--store", "store")
    #expect(end.status == 0, "\(end.errors)")
    return program
  }

  @Test("finds every number of a run again from the stored signals")
  func agrees() throws {
    let program = try run()
    let (status, output) = try recompute(program.path("out"))
    #expect(status == 0, "\(output)")
    #expect(output.hasSuffix("values compared, 0 differ\n"), "\(output)")
  }

  @Test("names the one number that was changed by a millionth")
  func differs() throws {
    let program = try run()
    var results = try ResultsFile.results(try program.read("out/results.json"), path: "results.json")
    let high = try #require(results.cells[2].attacks[3].headline?.auc.high)
    results.cells[2].attacks[3].headline?.auc.high = high * (1 + 1e-6)
    try ResultsFile.data(results).write(to: program.folder.appendingPathComponent("out/results.json"))
    let (status, output) = try recompute(program.path("out"))
    #expect(status == 1)
    #expect(output.hasPrefix("cells[2].attacks[3].headline.auc.high: stored \(high * (1 + 1e-6)), recomputed "))
    #expect(output.hasSuffix("values compared, 1 differ\n"), "\(output)")
  }

  @Test("refuses a folder that holds no run")
  func refuses() throws { #expect(try recompute(try Program().path("absent")).status == 2) }
}
