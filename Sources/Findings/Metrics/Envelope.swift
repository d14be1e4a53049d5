import Study

/// The union of attacks: a record is accused where any of them accuses it.
///
/// Each of A attacks may accuse at a false-positive rate of the limit / A, so that the union stays within the limit
/// however they overlap (Bonferroni). Thresholds are chosen on the opposite quarter: no record or model that is judged
/// had a part in them. With n non-members there, the threshold accuses at most k - 1 of them, k being the largest count with
/// k / (n + 1) within the attack's part; nobody where k is 0.
struct Envelope: Sendable {
  /// A x K x N.
  let scores: [[[Double]]]
  let membership: Membership
  let subjects: [Int]
  let quarters: [Quarter]

  func point(limit: Double) -> FixedPoint {
    var accused = [[Bool]](
      repeating: [Bool](repeating: false, count: membership.records), count: membership.models)
    for own in scores {
      for (index, chooser) in quarters.enumerated() {
        let threshold = threshold(own, on: chooser, limit: limit / Double(scores.count))
        let judged = quarters[quarters.count - 1 - index]
        for model in judged.models {
          for record in judged.records where own[model][record] >= threshold && threshold < .infinity {
            accused[model][record] = true
          }
        }
      }
    }
    return FixedAccusations(
      accused: accused, membership: membership, subjects: subjects, subjectBound: (subjects.max() ?? -1) + 1
    ).point(fprLimit: limit)
  }

  /// The lowest score that is accused; infinity where nobody is.
  private func threshold(_ scores: [[Double]], on quarter: Quarter, limit: Double) -> Double {
    let roc = ROC(
      scores: quarter.models.flatMap { model in quarter.records.map { scores[model][$0] } },
      truths: quarter.models.flatMap { model in
        quarter.records.map { membership.contains(model: model, record: $0) }
      })
    // One more non-member, of the other half, scores as high as the k-th of n with chance k / (n + 1): count it in, so that
    // the limit holds on average there, and nobody is accused where n cannot tell so small a rate.
    let allowed = ROC.allowed(limit, of: roc.nonMembers + 1) - 1
    guard allowed >= 0 else { return .infinity }
    return roc.point(within: Double(allowed) / Double(roc.nonMembers)).threshold
  }
}
