import Maths

extension Attack {
  /// The scores of one target, checked, so that no attack need check by itself.
  ///
  /// A number that is none would be ranked without a word. References are not read here: what an attack makes of one
  /// that is no number shows in its scores.
  ///
  /// - Returns: N finite scores.
  /// - Throws: ``AttackError``; ``AttackError/notFinite(record:)`` names the first record of which the target's answer
  ///   or the score is no finite number.
  /// - Precondition: the attack gives one score a record.
  public func checkedScores(_ evidence: Evidence) throws(AttackError) -> [Double] {
    for answers in [evidence.target.confidence, evidence.target.logConfidence, evidence.target.phi] {
      try Self.check(answers)
    }
    let scores = try scores(evidence)
    precondition(scores.count == evidence.records, "\(Self.name) must give one score a record")
    try Self.check(scores)
    return scores
  }

  private static func check(_ values: [Double]) throws(AttackError) {
    if let record = values.firstNotFinite { throw .notFinite(record: record) }
  }
}
