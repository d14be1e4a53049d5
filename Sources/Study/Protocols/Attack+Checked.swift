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
    if let record = evidence.target.firstNotFinite { throw .notFinite(record: record) }
    let scores = try scores(evidence)
    precondition(scores.count == evidence.records, "\(Self.name) must give one score a record")
    if let record = scores.firstNotFinite { throw .notFinite(record: record) }
    return scores
  }
}
