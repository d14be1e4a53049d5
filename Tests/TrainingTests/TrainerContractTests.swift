import Foundation
import Maths
import Study
import Testing
import Training

/// What `Trainer` promises, checked for every entry of the registry.
@Suite("Every trainer")
struct TrainerContractTests {
  static let names = trainers.map { $0.name }
  let rows = Array(stride(from: 0, to: 60, by: 2))

  @Test("has a name, a card and parameters that it documents", arguments: names)
  func entry(name: String) throws { try checkEntry(try #require(trainers.first { $0.name == name })) }

  @Test("learns the same model from the same seed, and tells every record", arguments: names)
  func repeatable(name: String) throws {
    let trainer = try #require(trainers.first { $0.name == name }).standard
    let records = fitting(trainer, 60)
    let first = try trainer.train(on: records, rows: rows, recipe: trainer.recipe, seed: 5)
    let second = try trainer.train(on: records, rows: rows, recipe: trainer.recipe, seed: 5)
    let signal = first.signal(for: records)
    #expect(signal == second.signal(for: records))
    #expect(first.work == second.work && first.work > 0)
    #expect(signal.values.rows == 60 && signal.values.columns == 3)
    #expect(signal.values.elements.filter { !$0.isFinite }.isEmpty)
    #expect((0...0.5).contains(signal.resolution))
  }

  @Test("never looks at records outside its half", arguments: names)
  func blind(name: String) throws {
    let trainer = try #require(trainers.first { $0.name == name }).standard
    // The same 40 records, then 20 others that only one of the two calls has.
    let (records, other) = (fitting(trainer, 60), fitting(trainer, 40))
    let half = Array(0..<40)
    let model = try trainer.train(on: records, rows: half, recipe: trainer.recipe, seed: 5)
    let same = try trainer.train(on: other, rows: half, recipe: trainer.recipe, seed: 5)
    #expect(model.signal(for: other) == same.signal(for: other))
  }

  @Test("knows its half better than chance", arguments: names)
  func learns(name: String) throws {
    let trainer = try #require(trainers.first { $0.name == name }).standard
    // A third of a number each, which a model of any family can tell.
    var stream = Maths.Stream(seed: 3, stream: 0)
    let heights = (0..<60).map { _ in Float(stream.uniform()) }
    let table = Records(
      columns: [Column(name: "height", values: .numbers(heights, missing: heights.map { _ in false }))],
      labels: heights.map { Int($0 * 3) }, classes: ["low", "middle", "high"], subjects: Array(0..<60))
    let records = trainer.obstacle(to: table, members: 30) == nil ? table : sampleImages(60)
    let signal = try trainer.train(on: records, rows: rows, recipe: trainer.recipe, seed: 5).signal(for: records)
    let right = rows.filter { row in
      let values = Array(signal.values.row(row))
      return values.indices.allSatisfy { values[$0] <= values[records.labels[row]] }
    }
    // Three classes: chance is a third.
    #expect(right.count > rows.count * 3 / 5)
  }
}
