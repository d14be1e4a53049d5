import Foundation
import Study
import Training

/// A pool of 64 forests on German credit, by one worker and by two.
enum WorkersRow: Row {
  static let name = "workers"

  static func timings() async throws -> [Timing] {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Datasets")
    let records = try Dataset.load(
      try DatasetLibrary(folders: [folder]).card(named: "german_credit"), rows: nil, seed: 1
    ).records
    let design = try PoolDesign(records: records, models: 64, population: nil, seed: 1)
    let trainer = RandomForest.standard
    func pool(_ workers: Int) async throws {
      _ = try await LocalExecutor(workers: workers).map(Array(0..<64)) { model in
        try trainer.train(
          on: records, rows: design.rows(ofModel: model, in: design.membership), recipe: trainer.recipe,
          seed: UInt64(model)
        ).signal(for: records)
      }
    }
    return [
      try await Stopwatch.time("64 forests on German credit, one worker", runs: 5) { try await pool(1) },
      try await Stopwatch.time("64 forests on German credit, two workers", runs: 5) { try await pool(2) },
    ]
  }
}
