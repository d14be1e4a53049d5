import Study

/// The union of attacks: a record is accused where any of them accuses it.
///
/// Each of A attacks may accuse at a false-positive rate of the limit / A, so that the union stays within the limit
/// however they overlap (Bonferroni). Thresholds are chosen on the opposite quarter: no record or model that is judged
/// had a part in them.
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
          for record in judged.records where own[model][record] >= threshold { accused[model][record] = true }
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
    return roc.point(within: limit).threshold
  }
}
