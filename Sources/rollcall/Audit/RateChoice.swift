import Findings

/// The false-positive rates that an audit reports.
enum RateChoice {
  /// Each costs a column of every table.
  static let most = 20

  /// The rates of `0.01,0.1`, each once, ascending.
  ///
  /// - Throws: ``AuditError`` where one is no rate between 0 and 1.
  static func limits(_ text: String) throws -> [Double] {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    guard parts.count <= most else {
      throw AuditError.usage("--fpr holds \(parts.count) rates: give at most \(most)")
    }
    let limits = try parts.map { part in
      let isDecimal = part.utf8.allSatisfy { "+-.eE0123456789".utf8.contains($0) }
      guard isDecimal, let rate = Double(part), rate > 0, rate < 1 else {
        throw AuditError.usage("--fpr holds '\(part.prefix(40))': give rates between 0 and 1, as in 0.001,0.02")
      }
      return rate
    }
    return Set(limits).sorted()
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
