import Foundation
import Study
import Testing
import Training

/// Copies of records are asked about while a model is at hand, and kept beside its unit.
@Suite("Answers about altered copies")
struct CopiesTests {
  private static let alteration = Alteration(copies: 4, noise: 1, exchange: 0.5)
  private static let records = sample(400, classes: 3)

  /// What a pool of four forests is asked, and how many of them were trained for it.
  private func train(
    _ folder: URL, alteration: Alteration?, defence: any Defence = NoDefence()
  ) async throws -> (models: [TrainedModel], trained: Int) {
    let counter = Counter()
    let trainer = PoolTrainer(
      store: try Store(folder: folder), executor: LocalExecutor(workers: 2), fresh: false,
      observe: { event in if case .trained = event { await counter.add() } })
    let cell = Cell(
      id: "cell", dataset: Manifest.DatasetChoice(name: "made-up", rows: nil),
      model: RandomForest.standard, defence: Chain(defence))
    let design = try PoolDesign(records: Self.records, models: 4, population: 100, seed: 1)
    let recipe = try cell.recipe(members: design.tested.count / 2)
    let units = (0..<4).map {
      UnitRecipe(
        cell: cell, recipe: recipe, records: RecordsDigest.hex(of: Self.records), population: 100, seed: 1, role: .pool,
        index: $0)
    }
    let models = try await trainer.train(
      units, of: cell, on: Self.records, design: design, membership: design.membership, alteration: alteration)
    return (models, await counter.count)
  }

  private actor Counter {
    private(set) var count = 0
    func add() { count += 1 }
  }

  private func folder() -> URL {
    FileManager.default.temporaryDirectory.appendingPathComponent("rollcall-copies-\(UUID().uuidString)")
  }

  @Test("are absent unless asked for; asked for, units stored without them are completed and change in nothing else")
  func completed() async throws {
    let folder = folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let plain = try await train(folder, alteration: nil)
    #expect(plain.trained == 4 && plain.models.allSatisfy { $0.copies == nil })
    let asked = try await train(folder, alteration: Self.alteration)
    #expect(asked.trained == 4)
    #expect(asked.models.map(\.signal) == plain.models.map(\.signal))
    #expect(asked.models.allSatisfy { $0.copies?.near.count == 400 })
    let again = try await train(folder, alteration: Self.alteration)
    #expect(again.trained == 0 && again.models.map(\.copies) == asked.models.map(\.copies))
    #expect(try await train(folder, alteration: nil).trained == 0)
  }

  @Test("of another alteration are not taken for these")
  func identity() async throws {
    let folder = folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let first = try await train(folder, alteration: Self.alteration)
    let second = try await train(folder, alteration: Alteration(copies: 4, noise: 2, exchange: 0.5))
    #expect(second.trained == 4 && second.models.map(\.copies) != first.models.map(\.copies))
  }

  @Test("are judged as an output defence releases them, without training again")
  func released() async throws {
    let folder = folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let plain = try await train(folder, alteration: Self.alteration)
    // Without decimals votes below one half are all 0, and the first class wins.
    let rounded = try await train(folder, alteration: Self.alteration, defence: Rounding(decimals: 0))
    #expect(rounded.trained == 0 && rounded.models.map(\.copies) != plain.models.map(\.copies))
  }
}
