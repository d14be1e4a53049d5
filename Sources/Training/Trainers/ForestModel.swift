import Study

/// A grown forest and what it takes missing numbers for.
struct ForestModel: Model {
  let preparation: Preparation
  let forest: Forest
  let work: Double

  func signal(for records: Records) -> Signal {
    Signal(
      kind: .votes, resolution: 0.5 / Double(forest.roots.count),
      values: forest.votes(preparation.matrix(of: records.design, rows: 0..<records.count)))
  }
}
