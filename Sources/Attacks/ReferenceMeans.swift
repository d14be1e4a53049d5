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
    var sums = [Double](repeating: 0, count: records)
    var counts = sums
    for reference in references {
      reference.accumulate(values(reference.observation), trained: trained, sums: &sums, counts: &counts)
    }
    for record in 0..<records {
      guard counts[record] >= Double(Self.needed) else {
        throw .tooFewReferences(record: record, found: Int(counts[record]), needed: Self.needed)
      }
      sums[record] /= counts[record]
    }
    return sums
  }

  /// For each of N records, the mean p_y over all references.
  func allReferences() throws(AttackError) -> [Double] {
    guard !references.isEmpty else { throw .tooFewReferences(record: 0, found: 0, needed: Self.needed) }
    var sums = [Double](repeating: 0, count: records)
    for reference in references {
      for (record, confidence) in reference.observation.confidence.enumerated() { sums[record] += confidence }
    }
    for record in sums.indices { sums[record] /= Double(references.count) }
    return sums
  }

  /// For each of Z population records, the mean over all references: none has trained on it.
  func population() throws(AttackError) -> [Double] {
    guard let first = references.first else { throw .tooFewReferences(record: 0, found: 0, needed: Self.needed) }
    var sums = [Double](repeating: 0, count: first.population.confidence.count)
    for reference in references {
      precondition(reference.population.confidence.count == sums.count)
      for (record, confidence) in reference.population.confidence.enumerated() { sums[record] += confidence }
    }
    for record in sums.indices { sums[record] /= Double(references.count) }
    return sums
  }
}
