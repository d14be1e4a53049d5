import Findings

/// The false-positive rates that an audit reports.
enum RateChoice {
  /// The limits of every report.
  static let all = [0.001, 0.01, 0.05, 0.1]

  /// The rates of `0.01,0.1`, ascending.
  ///
  /// - Throws: ``AuditError`` where one is not among those of all reports.
  static func limits(_ text: String) throws -> [Double] {
    let limits = try text.split(separator: ",", omittingEmptySubsequences: false).map { part in
      guard let rate = Double(part), all.contains(rate) else {
        throw AuditError.usage("--fpr holds '\(part.prefix(40))': give some of 0.001, 0.01, 0.05 and 0.1")
      }
      return rate
    }
    return all.filter(limits.contains)
  }
}

extension AttackResult {
  /// The same with rates at these limits alone, and at the one that the verdict rests on.
  func keeping(limits: [Double]) -> AttackResult {
    var result = self
    let decisive = [headline?.smallestResolved, subjects?.smallestResolved]
    func kept(_ points: [OperatingPoint]) -> [OperatingPoint] {
      points.filter { limits.contains($0.fprLimit) || decisive.contains($0.fprLimit) }
    }
    if let headline { result.headline?.tpr = kept(headline.tpr) }
    if let subjects { result.subjects?.tpr = kept(subjects.tpr) }
    for place in targets.indices { result.targets[place].tpr = kept(targets[place].tpr) }
    result.operating = operating.filter { limits.contains($0.fprLimit) }
    return result
  }
}
