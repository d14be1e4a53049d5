import Findings

/// Who is found how often: one cell's exposure in words and by group.
struct ExposurePage: Page {
  /// The groups of one attribute.
  struct Band: Page {
    let attribute: String
    let isClass: Bool
    let rows: [Row]
    /// Groups without numbers.
    let suppressed: String?
    let suppressedCount: Tally
  }

  /// One group.
  struct Row: Page {
    let group: String
    let subjects: String
    let records: String
    let found: Interval
    let p: String
    /// Whether it is found more, or less, often than all others, beyond chance.
    let isMore: Bool
    let isLess: Bool
  }

  let attack: String
  let rate: String
  let records: String
  /// Whether one model alone was attacked: then nothing can be said of single records.
  let isOfOne: Bool
  let models: String
  let never: String
  let mean: String
  /// Records found by most of the models that trained on them.
  let half: String?
  let weight: String
  let correlation: String?
  let isSteady: Bool
  /// Nothing to say of groups where there are none.
  let bands: [Band]
  let hasSuppressed: Bool
  let level: String?

  private static let steady = 0.5

  init?(_ cell: CellResult, labels: Labels) {
    guard let exposure = cell.exposure, exposure.records > 0 else { return nil }
    attack = cell.attacks.first { $0.id == exposure.attack }.map(labels.attack) ?? exposure.attack
    rate = NumberStyle.rate(exposure.fprLimit)
    records = NumberStyle.count(exposure.records)
    isOfOne = exposure.models == 1
    let whole = exposure.models == exposure.models.rounded()
    models = NumberStyle.fixed(exposure.models, decimals: whole ? 0 : 1)
    never = NumberStyle.percent(Double(exposure.histogram.first ?? 0) / Double(exposure.records))
    mean = NumberStyle.percent(exposure.mean)
    half = exposure.above.first { $0.threshold == 0.5 && !$0.share.isNaN }.map { NumberStyle.percent($0.share) }
    weight = NumberStyle.percent(exposure.weight, decimals: 0)
    correlation = exposure.stability.isNaN ? nil : NumberStyle.fixed(exposure.stability, decimals: 2)
    isSteady = exposure.stability >= Self.steady
    bands = exposure.partitions.map { partition in
      Band(
        attribute: partition.attribute, isClass: partition.isClass,
        rows: partition.groups.map { Self.row($0, mean: exposure.mean) },
        suppressed: partition.suppressed.isEmpty ? nil : Phrase.list(partition.suppressed),
        suppressedCount: Tally(partition.suppressed.count))
    }
    hasSuppressed = exposure.partitions.contains { !$0.suppressed.isEmpty }
    level = exposure.partitions.lazy.flatMap(\.groups).first
      .map { NumberStyle.percent($0.found.level, decimals: 1) }
  }

  private static func row(_ group: ExposurePartition.Group, mean: Double) -> Row {
    let differs = group.p < 0.05
    return Row(
      group: group.name, subjects: NumberStyle.count(group.subjects), records: NumberStyle.count(group.records),
      found: Interval(share: group.found), p: NumberStyle.probability(group.p),
      isMore: differs && group.found.value > mean, isLess: differs && group.found.value < mean)
  }
}
