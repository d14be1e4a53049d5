import Maths
import Study
import Testing
import Training

@Suite("Defences of trees and epochs")
struct TreeDefenceTests {
  let records = sample(400, classes: 2)
  let rows = Array(0..<300)

  @Test("pruned trees have no leaf about fewer records than asked for", arguments: [1, 10, 40])
  func leaves(least: Int) throws {
    let told = try votes(PrunedTrees(leaf: least, depth: 64), DecisionTree.standard)
    // One tree without draws: equal answers are of one leaf or of leaves that agree, so no fewer records share them.
    var counts: [[Float]: Int] = [:]
    for row in rows { counts[Array(told.row(row)), default: 0] += 1 }
    #expect((counts.values.min() ?? 0) >= least)
  }

  @Test("pruned trees ask no more questions than asked for", arguments: [1, 3])
  func depth(most: Int) throws {
    let told = try votes(PrunedTrees(leaf: 1, depth: most), DecisionTree.standard)
    let answers = Set(rows.map { Array(told.row($0)) })
    #expect(answers.count <= 1 << most && answers.count > 1)
  }

  @Test(
    "pruning reaches every family of trees",
    arguments: [
      RandomForest.standard, ExtraTrees.standard, GradientBoostedTrees.standard,
    ] as [any Trainer])
  func families(trainer: any Trainer) throws {
    let (open, pruned) = (try votes(NoDefence.standard, trainer), try votes(PrunedTrees(leaf: 30, depth: 2), trainer))
    func right(_ values: Matrix, _ rows: [Int]) -> Int {
      rows.count { (values[$0, 1] > values[$0, 0]) == (records.labels[$0] == 1) }
    }
    #expect(right(open, rows) > right(pruned, rows) + 10)
  }

  @Test("fewer epochs are the share of them, at least one", arguments: [(0.2, 10), (0.001, 1), (1, 50)])
  func epochs(share: Double, expected: Int) throws {
    let recipe = try FewerEpochs(share: share).adjust(MultilayerPerceptron.standard.recipe, members: 100)
    let model = try MultilayerPerceptron.standard.train(on: records, rows: rows, recipe: recipe, seed: 1)
    #expect(model.curve.count == expected)
    #expect(throws: NotApplicable.self) { try FewerEpochs(share: 0.5).adjust(RandomForest.standard.recipe, members: 9) }
  }

  @Test("boosting takes ten classes and no more")
  func classes() {
    let many = sample(400, classes: 11)
    #expect(GradientBoostedTrees.standard.obstacle(to: many, members: 200)?.contains("11") == true)
    #expect(GradientBoostedTrees.standard.obstacle(to: sample(400, classes: 10), members: 200) == nil)
  }

  private func votes(_ defence: any Defence, _ trainer: any Trainer) throws -> Matrix {
    let recipe = try defence.adjust(trainer.recipe, members: rows.count)
    return try trainer.train(on: records, rows: rows, recipe: recipe, seed: 2).signal(for: records).values
  }
}
