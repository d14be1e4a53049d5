import Findings
import Study
import Testing

@Suite("A gate held against a run")
struct GateReportTests {
  private func report(
    _ text: String, base: ComparedRun = MadeUpRun().run, current: ComparedRun = MadeUpRun(noise: 2).run
  ) throws -> GateReport {
    let gate = try Gate.read(Array(text.utf8), file: "gate.yaml")
    return try #require(Comparison(base: base, current: current, gate: gate).gate)
  }

  /// The made-up run has an area of about 0.6, with an interval of some 0.03 on either side.
  @Test("passes, fails or leaves open a level by its whole interval")
  func levels() throws {
    func outcome(_ limit: Double) throws -> GateReport.Outcome {
      try report("levels: [{figure: auc, at-most: \(limit)}]").outcome
    }
    let area = try #require(MadeUpRun(noise: 2).run.results.cells[0].attacks[0].headline?.auc)
    #expect(try outcome(area.high + 0.001) == .passed)
    #expect(try outcome(area.value + 0.001) == .insufficient)
    #expect(try outcome(area.value - 0.001) == .insufficient)
    #expect(try outcome(area.low - 0.001) == .failed)
  }

  @Test("has a floor for accuracy")
  func accuracy() throws {
    for (floor, outcome) in [(0.77, GateReport.Outcome.passed), (0.79, .insufficient), (0.83, .failed)] {
      #expect(try report("levels: [{figure: accuracy, at-least: \(floor)}]").outcome == outcome)
    }
  }

  @Test("fails a worse release and passes a better one")
  func changes() throws {
    let text = "changes: [{figure: auc, rise: 0.03}, {figure: accuracy, fall: 0.05}]"
    #expect(try report(text, current: MadeUpRun(gap: 1, noise: 2).run).outcome == .failed)
    let passed = try report(text, current: MadeUpRun(gap: 0, noise: 2).run)
    #expect(passed.outcome == .passed && passed.lines.map(\.verdict) == [.better, .noChangeShown])
    #expect(passed.lines[0].smallestVisible > 0)
  }

  @Test(
    "never passes on what was not measured",
    arguments: [
      "levels: [{figure: auc, at-most: 0.9, model: mpl}]", "levels: [{figure: tpr, at: 0.001, at-most: 0.9}]",
      "changes: [{figure: auc, rise: 0.5, attack: lira-online}]",
    ])
  func unmeasured(text: String) throws {
    #expect(try report(text).outcome == .insufficient)
    #expect(try report(text + "\non-insufficient: pass").outcome == .passed)
  }

  @Test("names the nearest to a name that selects nothing")
  func hint() throws {
    #expect(
      try report("levels: [{figure: auc, at-most: 0.9, model: mpl}]").lines[0].reason.contains("did you mean mlp"))
  }

  @Test("leaves open what vanished, changed or failed")
  func missing() throws {
    let text = "changes: [{figure: auc, rise: 0.5}]"
    let changed = try report(text, current: MadeUpRun(parameters: ["epochs": .whole(9)]).run)
    #expect(changed.outcome == .insufficient && changed.lines[0].reason.contains("--match"))
    let failed = MadeUpRun().run.editing { $0.cells[0].status = .failed }
    #expect(try report(text, current: failed).outcome == .insufficient)
    #expect(try report("levels: [{figure: auc, at-most: 0.9}]", current: failed).outcome == .insufficient)
  }

  @Test("does not pass where a check failed, whatever it excuses")
  func checks() throws {
    let doubtful = MadeUpRun(noise: 2).run.editing {
      $0.checks = [Results.Check(name: "null-run", verdict: .failed, p: 0.001, lines: 1)]
    }
    let text = "levels: [{figure: auc, at-most: 0.9}]\non-insufficient: pass"
    #expect(try report(text, current: doubtful).outcome == .insufficient)
    #expect(try report(text).outcome == .passed)
  }

  @Test("fails by chance less often for having many lines")
  func holm() throws {
    let area = try #require(MadeUpRun(noise: 2).run.results.cells[0].attacks[0].headline?.auc)
    // Just beyond the limit alone; not among twenty.
    let limit = area.low - 0.0005
    let rule = "{figure: auc, at-most: \(limit)}"
    #expect(try report("levels: [\(rule)]").outcome == .failed)
    let many = Array(repeating: rule, count: 20).joined(separator: ", ")
    #expect(try report("levels: [\(many)]").outcome == .insufficient)
  }
}
