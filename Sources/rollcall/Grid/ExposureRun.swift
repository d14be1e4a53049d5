import Findings
import Study
import Training

/// Who is found how often by a cell's headline attack.
struct ExposureRun {
  /// What the store keeps: the figures, and the records that stand in the user's own list.
  struct Measure: Codable, Sendable {
    let exposure: Exposure
    let most: [ExposedRecord]
  }

  /// Records of a cell's list.
  private static let longest = 50

  let study: StudyData
  let signals: Signals

  /// What the result depends on beyond the pool: the attack's measure, its rate, and the attributes of the groups.
  static func parameters(of attack: AttackResult, key: String, study: StudyData) -> Parameters {
    let card = study.loaded.card
    return [
      "attack": .word(attack.id), "measure": .word(key),
      "limit": .number(attack.headline?.smallestResolved ?? 0),
      "attributes": .list(([card.label.column] + card.sensitiveAttributes).map { .word($0) }),
    ]
  }

  func measure(of attack: AttackResult, scores: [[Double]], limit: Double) -> Measure {
    let records = RecordExposure(
      scores: scores, membership: signals.membership, subjects: signals.subjects, fprLimit: limit)
    let most = records.most(Self.longest).map { record in
      let interval = records.interval(record)
      return ExposedRecord(
        row: study.loaded.rows[study.design.tested[record]] + 1, models: records.models[record],
        found: records.found[record], exposure: records.estimate(record), low: interval.lowerBound,
        high: interval.upperBound)
    }
    return Measure(exposure: Exposure(attack: attack.id, records: records, partitions: partitions), most: most)
  }

  /// By class first, then by the card's sensitive attributes.
  private var partitions: [Partition] {
    let (card, records) = (study.loaded.card, study.loaded.records)
    let classes = Partition(
      classes: records.classes, labels: signals.labels, subjects: signals.subjects, attribute: card.label.column)
    let columns = card.sensitiveAttributes.compactMap { name in records.columns.first { $0.name == name } }
    return [classes]
      + columns.map { Partition(column: $0, rows: study.design.tested, subjects: signals.subjects) }
  }
}

/// A record of the user's own list; it stands in no report.
struct ExposedRecord: Codable, Equatable, Sendable {
  /// The data row of the file, from 1; the header is not counted.
  let row: Int
  /// Models that trained on it, and those that gave it away.
  let models: Int
  let found: Int
  let exposure: Double
  let low: Double
  let high: Double
}
