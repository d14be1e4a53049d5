import Maths
import Study

/// Mean confidences p_y over reference models.
struct ReferenceMeans {
  private let references: [Reference]
  private let records: Int
  /// A mean needs something to be a mean of.
  static let needed = 1

  init(_ references: [Reference], records: Int) {
    self.references = references
    self.records = records
  }

  /// For each of N records, the mean p_y over the references that did, or did not, train on it.
  func records(trained: Bool) throws(AttackError) -> [Double] {
    try records(trained: trained) { $0.confidence }
  }

  /// For each of N records, the mean of a value over the references that did, or did not, train on it.
  func records(trained: Bool, _ values: (Observation) -> [Double]) throws(AttackError) -> [Double] {
    let sums = ExactSums(
      records: records, values: references.map { values($0.observation) }, trained: references.map(\.membership),
      inside: trained)
    if let record = sums.counts.firstIndex(where: { $0 < Double(Self.needed) }) {
      throw .tooFewReferences(record: record, found: Int(sums.counts[record]), needed: Self.needed)
    }
    return sums.means
  }

  /// For each of N records, the mean p_y over all references.
  func allReferences() throws(AttackError) -> [Double] {
    try means(references.map(\.observation.confidence), records: records)
  }

  /// For each of Z population records, the mean over all references: none has trained on it.
  func population() throws(AttackError) -> [Double] {
    let answers = references.map(\.population.confidence)
    return try means(answers, records: answers.first?.count ?? 0)
  }

  private func means(_ answers: [[Double]], records: Int) throws(AttackError) -> [Double] {
    guard !answers.isEmpty else { throw .tooFewReferences(record: 0, found: 0, needed: Self.needed) }
    return ExactSums(records: records, values: answers).means
  }
}
