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
  let lanes: Lanes

  /// At each limit of the false-positive rate.
  func points(limits: [Double]) -> [FixedPoint] {
    var accused = [[[Bool]]](
      repeating: [[Bool]](
        repeating: [Bool](repeating: false, count: membership.records), count: membership.models), count: limits.count)
    let parts = limits.map { $0 / Double(scores.count) }
    let thresholds = lanes.map(scores) { own in quarters.map { self.thresholds(own, on: $0, limits: parts) } }
    for (own, thresholds) in zip(scores, thresholds) {
      for (index, thresholds) in thresholds.enumerated() {
        let judged = quarters[quarters.count - 1 - index]
        for (place, threshold) in thresholds.enumerated() where threshold < .infinity {
          Self.accuse(&accused[place], own, in: judged, from: threshold)
        }
      }
    }
    return zip(accused, limits).map { accused, limit in
      FixedAccusations(
        accused: accused, membership: membership, subjects: subjects, subjectBound: (subjects.max() ?? -1) + 1
      ).point(fprLimit: limit)
    }
  }

  private static func accuse(
    _ accused: inout [[Bool]], _ scores: [[Double]], in quarter: Quarter, from threshold: Double
  ) {
    for model in quarter.models {
      for record in quarter.records where scores[model][record] >= threshold { accused[model][record] = true }
    }
  }

  /// The lowest scores that are accused; infinity where nobody is.
  private func thresholds(_ scores: [[Double]], on quarter: Quarter, limits: [Double]) -> [Double] {
    let roc = ROC(
      scores: quarter.models.flatMap { model in quarter.records.map { scores[model][$0] } },
      truths: quarter.models.flatMap { model in
        quarter.records.map { membership.contains(model: model, record: $0) }
      })
    return limits.map { limit in
      // One more non-member, of the other half, scores as high as the k-th of n with chance k / (n + 1): count it in, so
      // that the limit holds on average there, and nobody is accused where n cannot tell so small a rate.
      let allowed = ROC.allowed(limit, of: roc.nonMembers + 1) - 1
      guard allowed >= 0 else { return .infinity }
      return roc.point(within: Double(allowed) / Double(roc.nonMembers)).threshold
    }
  }
}
