import Study

/// A grown forest and what it takes missing numbers for.
struct ForestModel: Model {
  let preparation: Preparation
  let forest: Forest
  /// h of its votes.
  let resolution: Double
  let work: Double

  func signal(for records: Records) -> Signal {
    Signal(
      kind: .votes, resolution: resolution,
      values: forest.votes(preparation.matrix(of: records.design, rows: 0..<records.count)))
  }
}
