import Foundation
import Study
import Training

/// Logistic regression on the whole of Adult, from typed columns to the solution.
enum LogisticRow: Row {
  static let name = "logistic"

  static func timings() throws -> [Timing] {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Datasets")
    let adult = try Dataset.load(
      try DatasetLibrary(folders: [folder]).card(named: "adult"), rows: nil, seed: 1
    ).records
    let (trainer, rows) = (LogisticRegression.standard, Array(0..<adult.count))
    return [
      try Stopwatch.time("logistic regression, Adult", runs: 3) {
        _ = try trainer.train(on: adult, rows: rows, recipe: trainer.recipe, seed: 1)
      }
    ]
  }
}
