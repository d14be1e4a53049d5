import Findings
import Foundation
import Maths
import Study
import Testing

@Suite("A comparison of two runs")
struct ComparisonTests {
  private func area(_ comparison: Comparison) throws -> Difference {
    try #require(comparison.differences.first { $0.quantity == .auc })
  }

  @Test("finds nothing between a run and itself, and says how it knows")
  func same() throws {
    let run = MadeUpRun().run
    let comparison = Comparison(base: run, current: run)
    #expect(comparison.differences.count == 3 && comparison.unmatched.isEmpty)
    #expect(comparison.differences.allSatisfy { $0.verdict == .noChangeShown && $0.value == 0 })
    #expect(try area(comparison).paired && area(comparison).deviation == 0)
  }

  @Test("changes signs when its sides are exchanged", arguments: 1...5)
  func exchanged(noise: Int) throws {
    let one = MadeUpRun().run
    let other = MadeUpRun(gap: 0.6, noise: UInt64(noise) + 1).run
    let (there, back) = (
      try area(Comparison(base: one, current: other)), try area(Comparison(base: other, current: one))
    )
    #expect(there.value == -back.value && abs(there.deviation - back.deviation) < 1e-12)
    #expect(abs(there.low + back.high) < 1e-12 && there.low < there.value && there.value < there.high)
    #expect((there.verdict == .worse) == (back.verdict == .better))
  }

  @Test("is paired on one pool and then knows the difference better")
  func pairing() throws {
    let base = MadeUpRun(noise: 1, models: 32).run
    let current = MadeUpRun(noise: 2, models: 32).run
    let paired = try area(Comparison(base: base, current: current))
    let unpaired = try area(
      Comparison(base: base, current: ComparedRun(results: current.results, replicates: nil)))
    #expect(paired.paired && !unpaired.paired && paired.value == unpaired.value)
    #expect(paired.deviation < unpaired.deviation && paired.smallestVisible < unpaired.smallestVisible)
    #expect(try !area(Comparison(base: base, current: MadeUpRun(seed: 2, models: 32).run)).paired)
  }

  /// 200 pairs of trainings that differ by chance alone.
  ///
  /// 5 % of the intervals may miss 0: by three deviations of a binomial, at most 19.
  @Test("of trainings that differ by chance alone misses zero in one of twenty")
  func calibrated() throws {
    let differences = try (1...200).map { trial in
      let seed = UInt64(trial)
      return try area(
        Comparison(base: MadeUpRun(seed: seed, noise: 1).run, current: MadeUpRun(seed: seed, noise: 2).run))
    }
    let missed = differences.count { $0.low > 0 || $0.high < 0 }
    #expect((1...19).contains(missed), "\(missed) of 200")
    #expect(differences.allSatisfy { $0.paired })
    // The deviation that is claimed is the one that is seen.
    let seen = (differences.reduce(0) { $0 + $1.value * $1.value } / 200).squareRoot()
    let claimed = (differences.reduce(0) { $0 + $1.deviation * $1.deviation } / 200).squareRoot()
    #expect((0.9...1.25).contains(claimed / seen), "\(claimed) \(seen)")
  }

  /// 200 pairs of runs on other people and other pools: by three deviations of a binomial, at most 19 may miss 0.
  ///
  /// Far tails count where many lines are adjusted for.
  @Test("of independent runs misses zero in one of twenty, and hardly ever by far")
  func independent() throws {
    let differences = try (1...200).map { trial in
      let seed = UInt64(trial)
      return try area(Comparison(base: MadeUpRun(seed: seed).run, current: MadeUpRun(seed: seed + 1_000).run))
    }
    #expect(differences.allSatisfy { !$0.paired && $0.freedom >= 7 && $0.freedom.isFinite })
    #expect((1...19).contains(differences.count { $0.low > 0 || $0.high < 0 }))
    #expect(differences.count { $0.p < 0.002 } <= 2)
  }

  /// Welch, Biometrika 34, 1947: two equal deviations have twice the degrees of freedom of one.
  @Test("of runs without replicates knows no more than their pairs of models tell")
  func fewPairs() throws {
    func bare(_ seed: UInt64) -> ComparedRun {
      ComparedRun(results: MadeUpRun(seed: seed).run.results, replicates: nil)
    }
    let accuracy = try #require(
      Comparison(base: bare(1), current: bare(2)).differences.first { $0.quantity == .accuracy })
    #expect(abs(accuracy.freedom - 14) < 1e-9)
    let deviation = 2.0.squareRoot() * 0.02 / StudentT(freedom: 7).reach(level: 0.95)
    #expect(abs(accuracy.deviation / deviation - 1) < 1e-9)
  }

  @Test("finds a worse and a better model, and a true change in four of five where it says so")
  func power() throws {
    var (shown, visible) = (0, 0.0)
    for trial in 1...50 {
      let seed = UInt64(trial)
      let one = try area(
        Comparison(base: MadeUpRun(seed: seed, noise: 1).run, current: MadeUpRun(seed: seed, gap: 0.65, noise: 2).run))
      shown += one.verdict == .worse ? 1 : 0
      visible += one.smallestVisible / 50
      #expect(one.verdict != .better)
    }
    #expect((0.02...0.06).contains(visible), "\(visible)")
    // A gap of 0.25 more is about 0.056 of area: somewhat more than is visible with a power of 80 %.
    #expect(shown > 35, "\(shown)")
    let base = MadeUpRun().run
    #expect(try area(Comparison(base: base, current: MadeUpRun(gap: 1, noise: 2).run)).verdict == .worse)
    #expect(try area(Comparison(base: base, current: MadeUpRun(gap: 0, noise: 2).run)).verdict == .better)
  }

  @Test("knows a dataset by its records, not by its name")
  func renamed() throws {
    let base = MadeUpRun().run
    let renamed = Comparison(base: base, current: MadeUpRun(dataset: "other_name").run)
    #expect(renamed.unmatched.isEmpty && renamed.differences.allSatisfy { $0.verdict == .noChangeShown })
    #expect(try area(renamed).paired)
    let other = Comparison(base: base, current: MadeUpRun(digest: "d2").run)
    #expect(other.differences.isEmpty && other.unmatched.map(\.kind) == [.notComparable, .notComparable])
    let another = Comparison(base: base, current: MadeUpRun(dataset: "new", digest: "d2").run)
    #expect(another.unmatched.map(\.kind) == [.appeared, .vanished])
  }

  @Test("lists a changed recipe and compares it only when asked to")
  func recipes() throws {
    let base = MadeUpRun().run
    let longer = MadeUpRun(parameters: ["epochs": .whole(50)], gap: 1).run
    let defended = MadeUpRun(defence: "weight-decay", gap: 0).run
    for changed in [longer, defended] {
      let exact = Comparison(base: base, current: changed)
      #expect(exact.differences.isEmpty && exact.unmatched.map(\.kind) == [.changed, .changed])
    }
    #expect(try area(Comparison(base: base, current: longer, match: .recipe)).verdict == .worse)
    #expect(Comparison(base: base, current: defended, match: .recipe).differences.isEmpty)
    let across = try area(Comparison(base: base, current: defended, match: .model))
    #expect(across.verdict == .better && across.recipeChanged && across.paired)
  }

  @Test("never matches by place, and not where two cells could be meant")
  func ambiguous() throws {
    let two = MadeUpRun().run.editing { results in
      var second = results.cells[0]
      second.id += "-2"
      second.parameters.model = ["epochs": .whole(6)]
      results.cells.insert(second, at: 0)
    }
    let comparison = Comparison(base: MadeUpRun().run, current: two)
    #expect(try area(comparison).cell == "made_up-mlp-none" && comparison.unmatched.count == 1)
    let longer = MadeUpRun(parameters: ["epochs": .whole(50)]).run
    #expect(Comparison(base: two, current: longer, match: .recipe).differences.isEmpty)
  }

  @Test("refuses pools of another design and numbers of another arithmetic")
  func designs() throws {
    let base = MadeUpRun().run
    let larger = Comparison(base: base, current: MadeUpRun(models: 32).run)
    #expect(larger.differences.isEmpty && larger.unmatched.map(\.kind) == [.notComparable])
    let replicates = try #require(base.replicates)
    let newer = ReplicateArchive(numerics: .init(training: 2, statistics: 1), lines: replicates.lines)
    let comparison = Comparison(base: base, current: ComparedRun(results: base.results, replicates: newer))
    #expect(comparison.differences.isEmpty && comparison.unmatched[0].reason.contains("arithmetic"))
  }

  @Test("lists attacks and cells that are there once or were not done")
  func unmatched() throws {
    let base = MadeUpRun().run
    let other = base.editing { results in
      results.cells[0].attacks[0].attack = "lira-online"
      results.cells[0].attacks[0].id = "lira-online"
    }
    #expect(Comparison(base: base, current: other).unmatched.map(\.kind) == [.appeared, .vanished])
    let failed = base.editing { $0.cells[0].status = .failed }
    #expect(Comparison(base: base, current: failed).unmatched.map(\.kind) == [.notDone])
    let skipped = base.editing { $0.cells[0].status = .skipped }
    #expect(Comparison(base: skipped, current: skipped).unmatched.isEmpty)
  }

  @Test("survives replicates that do not fit, and then pairs nothing")
  func misfits() throws {
    let base = MadeUpRun().run
    let small = MadeUpRun(subjects: 60).run
    let mixed = ComparedRun(results: base.results, replicates: small.replicates)
    #expect(try !area(Comparison(base: base, current: mixed)).paired)
  }

  @Test("survives replicates whose sizes are damaged", arguments: ["pairs", "subjects"])
  func damagedSizes(size: String) throws {
    let base = MadeUpRun().run
    let text = String(decoding: try JSONEncoder().encode(base.replicates), as: UTF8.self)
    let damaged = text.replacing(try Regex("\"\(size)\":[0-9]+"), with: "\"\(size)\":\(Int.min)")
    #expect(damaged != text)
    let odd = ComparedRun(
      results: base.results, replicates: try JSONDecoder().decode(ReplicateArchive.self, from: Data(damaged.utf8)))
    let gate = try Gate.read(Array("levels: [{figure: auc, at-most: 0.9}]".utf8), file: "gate.yaml")
    let comparison = Comparison(base: base, current: odd, gate: gate)
    #expect(try !area(comparison).paired && comparison.gate?.outcome == .passed)
  }

  @Test("survives intervals that no run writes", arguments: [-1, 0, 1, 7, Double.infinity])
  func levels(level: Double) throws {
    let base = MadeUpRun().run
    let odd = base.editing { $0.cells[0].utility?.accuracy.level = level }
    let gate = try Gate.read(Array("levels: [{figure: accuracy, at-least: 0.5}]".utf8), file: "gate.yaml")
    let comparison = Comparison(base: base, current: odd, gate: gate)
    #expect(comparison.differences[0].verdict == .unresolved && comparison.gate?.outcome == .insufficient)
  }

  @Test("reads back from its files as it was")
  func files() throws {
    let run = MadeUpRun().run
    let replicates = try #require(run.replicates)
    let data = try ResultsFile.data(replicates)
    #expect(try ResultsFile.replicates(data, path: "r") == replicates)
    let comparison = Comparison(base: run, current: MadeUpRun(noise: 3).run)
    #expect(try JSONDecoder().decode(Comparison.self, from: ResultsFile.data(comparison)) == comparison)
    #expect(throws: ResultsFileError.self) { try ResultsFile.replicates(Data("{}".utf8), path: "r") }
  }
}
