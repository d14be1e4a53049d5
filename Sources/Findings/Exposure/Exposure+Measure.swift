extension Exposure {
  static let shares = [0.1, 0.25, 0.5, 0.75, 0.9, 0.99]
  static let thresholds = [0.1, 0.25, 0.5, 0.9]
  static let bins = 20

  /// The distribution of exposure, and exposure by group.
  ///
  /// - Parameters:
  ///   - attack: ``AttackResult/id``.
  ///   - records: how often each is found.
  ///   - partitions: of the records' subjects, the most important first; those of fewer than two groups are left out.
  public init(attack: String, records: RecordExposure, partitions: [Partition]) {
    let counted = records.models.indices.filter { records.models[$0] > 0 }
    // One model tells who was found, not how often anyone would be.
    let isRepeated = counted.contains { records.models[$0] > 1 }
    let estimates = isRepeated ? counted.map(records.estimate).sorted() : []
    var histogram = [Int](repeating: 0, count: Self.bins + 1)
    for record in counted {
      let trials = records.models[record]
      histogram[(records.found[record] * Self.bins + trials - 1) / trials] += 1
    }
    let models = Double(counted.reduce(0) { $0 + records.models[$1] }) / Double(counted.count)
    self.init(
      attack: attack, fprLimit: records.fprLimit, records: counted.count, subjects: records.subjectBound,
      models: models, mean: records.shrinkage.mean, weight: records.shrinkage.weight(trials: models),
      stability: records.stability,
      quantiles: Self.shares.map {
        Quantile(share: $0, value: estimates.isEmpty ? .nan : Percentile.quantile(estimates, $0))
      },
      histogram: histogram,
      above: isRepeated
        ? Self.above(records, counted) : Self.thresholds.map { Share(threshold: $0, share: .nan) },
      partitions: GroupExposure(records).partitions(partitions.filter { $0.names.count > 1 }))
  }

  private static func above(_ records: RecordExposure, _ counted: [Int]) -> [Share] {
    // Records with equal counts are equally exposed.
    var tally: [[Int]: Int] = [:]
    for record in counted { tally[[records.models[record], records.found[record]], default: 0] += 1 }
    let counts = tally.sorted { $0.key.lexicographicallyPrecedes($1.key) }
    return thresholds.map { threshold in
      let sum = counts.reduce(0.0) { sum, entry in
        let probability = records.shrinkage.probability(
          of: threshold, successes: entry.key[1], trials: entry.key[0])
        return sum + Double(entry.value) * probability
      }
      return Share(threshold: threshold, share: sum / Double(counted.count))
    }
  }
}
