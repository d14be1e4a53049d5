import Maths
import Study
import Testing
import Training

@Suite("Random forests")
struct ForestTests {
  @Test("a bootstrap sample of one record is one leaf")
  func oneRecord() throws {
    let records = table([[1, 2]], labels: [1, 0])
    let trainer = RandomForest(trees: 3, leaf: 1)
    let signal = try trainer.train(on: records, rows: [0], recipe: trainer.recipe, seed: 1).signal(for: records)
    #expect(signal.values.elements == [0, 1, 0, 1])
    #expect(signal.kind == .votes && signal.resolution == 1.0 / 6)
  }

  @Test("a split lies midway between the values beside it, and at the purest place")
  func byHand() throws {
    // Drawn once each: labels 0 0 1 1 0 at 1 2 4 6 8. Sums of squared counts over counts, by split:
    // after 1: 1 + (4 + 4) / 4 = 3; after 2: 2 + (4 + 1) / 3 = 3.67; after 4: 5 / 3 + 1 = 2.67; after 6: 2 + 1 = 3.
    // So 3 is asked first, then 7.
    let records = table([[1, 2, 4, 6, 8]], labels: [0, 0, 1, 1, 0])
    let matrix = Matrix(rows: 5, columns: 1, elements: [1, 2, 4, 6, 8])
    let grower = TreeGrower(columns: RankedColumns(matrix), labels: records.labels, classes: 2, leaf: 1)
    var stream = Stream(seed: 1, stream: 0)
    grower.grow(draws: [1, 1, 1, 1, 1], &stream)
    let forest = grower.forest
    #expect(forest.nodes.map(\.threshold) == [3, 0, 7, 0, 0])
    // A leaf's row of shares is its class; -1 is a question.
    #expect(forest.nodes.map(\.leaf) == [-1, 0, -1, 1, 0])
    // Pairs of places: up to the threshold, above it.
    #expect(forest.children == [1, 2, 1, 1, 3, 4, 3, 3, 4, 4])
  }

  @Test("draws count as often as they were made, and a leaf holds enough different records")
  func weighted() throws {
    // Record 0 three times, record 1 once, record 2 twice; with two records a leaf nothing can be split.
    let matrix = Matrix(rows: 3, columns: 1, elements: [1, 2, 3])
    let grower = TreeGrower(columns: RankedColumns(matrix), labels: [0, 1, 1], classes: 2, leaf: 2)
    var stream = Stream(seed: 1, stream: 0)
    grower.grow(draws: [3, 1, 2], &stream)
    #expect(grower.forest.nodes.map(\.leaf) == [2])
    #expect(grower.forest.shares == [1, 0, 0, 1, 0.5, 0.5])
  }

  @Test("grown to the end, every tree is right about the records it drew", arguments: [2, 3, 7])
  func pure(classes: Int) {
    let count = 400
    var stream = Stream(seed: 9, stream: 0)
    // Columns of many, few and two values take three ways through the search.
    let rows = (0..<count).map { _ in
      [Float(stream.uniform()), Float(stream.below(5)), Float(stream.below(2)), Float(stream.below(300))]
    }
    let labels = (0..<count).map { _ in stream.below(classes) }
    let matrix = Matrix(rows: count, columns: 4, elements: rows.flatMap { $0 })
    let grower = TreeGrower(columns: RankedColumns(matrix), labels: labels, classes: classes, leaf: 1)
    grower.grow(draws: [Int](repeating: 1, count: count), &stream)
    let votes = grower.forest.votes(matrix)
    for row in 0..<count { #expect(votes[row, labels[row]] == 1) }
  }

  @Test("need a feature to ask about")
  func featureless() {
    #expect(RandomForest.standard.obstacle(to: table([], labels: [0, 1]), members: 1) != nil)
    #expect(RandomForest.standard.obstacle(to: sample(4), members: 2) == nil)
  }

  @Test("are the same from run to run and others for other seeds")
  func seeds() throws {
    let (records, trainer) = (sample(120), RandomForest(trees: 9, leaf: 1))
    let rows = Array(stride(from: 0, to: 120, by: 2))
    let signals = try [4, 4, 5].map { seed in
      try trainer.train(on: records, rows: rows, recipe: trainer.recipe, seed: seed).signal(for: records)
    }
    #expect(signals[0] == signals[1] && signals[0] != signals[2])
  }

  @Test("know members better than others")
  func leaks() throws {
    let records = sample(200)
    let rows = Array(0..<100)
    let trainer = RandomForest.standard
    let values = try trainer.train(on: records, rows: rows, recipe: trainer.recipe, seed: 1).signal(for: records).values
    let trust = (0..<200).map { values[$0, records.labels[$0]] }
    #expect(trust[..<100].reduce(0, +) > trust[100...].reduce(0, +) + 10)
  }

  @Test("ranks sort by every way alike", arguments: [1, 2, 24, 25, 100, 700])
  func ranks(count: Int) {
    for bound in [2, 200, 300, 70_000] {
      let sorter = RankSort(capacity: max(count, bound))
      var stream = Stream(seed: UInt64(count), stream: UInt64(bound))
      let words = (0..<count).map { UInt64(stream.below(bound)) << 32 | UInt64($0) }
      sorter.words.base.update(from: words, count: count)
      sorter.sort(count: count, ranks: bound)
      #expect(Array(sorter.words.elements[..<count]) == words.sorted())
    }
  }

  @Test("thresholds lie at or above the lower value and below the upper")
  func thresholds() {
    let values: [Float] = [-1, 0, Float(1).nextDown, 1, 3e38, -3e38, -0.0]
    let columns = RankedColumns(Matrix(rows: 7, columns: 1, elements: values))
    #expect(columns.values[0] == [-3e38, -1, 0, Float(1).nextDown, 1, 3e38])
    for rank in 0..<5 {
      let threshold = columns.threshold(0, between: rank, and: rank + 1)
      #expect(threshold >= columns.values[0][rank] && threshold < columns.values[0][rank + 1])
    }
  }
}
