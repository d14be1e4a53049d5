import Maths
import Study
import Training

/// A forest of a hundred unpruned trees.
enum FamiliesRow: Row {
  static let name = "families"

  static func timings() throws -> [Timing] {
    let (records, trainer) = (made(10_000, columns: 30), RandomForest.standard)
    let rows = Array(0..<records.count)
    return [
      try Stopwatch.time("random forest, 100 trees, 10,000 x 30", runs: 3) {
        _ = try trainer.train(on: records, rows: rows, recipe: trainer.recipe, seed: 1)
      }
    ]
  }

  /// Two classes, told by the sign of a sum of half the columns, a tenth of the labels turned.
  private static func made(_ count: Int, columns: Int) -> Records {
    var stream = Maths.Stream(seed: 1, stream: 0)
    let values = (0..<columns).map { _ in (0..<count).map { _ in Float(2 * stream.uniform() - 1) } }
    let labels = (0..<count).map { row in
      let told = values.prefix(columns / 2).reduce(Float(0)) { $0 + $1[row] } > 0
      return (stream.uniform() < 0.1) == told ? 0 : 1
    }
    let present = [Bool](repeating: false, count: count)
    return Records(
      columns: values.enumerated().map { Column(name: "x\($0)", values: .numbers($1, missing: present)) },
      labels: labels, classes: ["0", "1"], subjects: Array(0..<count))
  }
}
