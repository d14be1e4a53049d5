import Study

/// A pool's scores with a subject as the unit: K x S.
struct SubjectScores: Sendable {
  /// K x S; each subject that has records, in order.
  let scores: [[Double]]
  let membership: Membership
  /// The subject that each of the S units is.
  let subjects: [Int]

  /// Nil where no subject has two records.
  ///
  /// A subject is a member of a model that trained on any of its records. Infinite scores for and against one subject
  /// cancel to 0.
  init?(scores: [[Double]], membership: Membership, subjects: [Int], aggregation: Aggregation) {
    let bound = (subjects.max() ?? -1) + 1
    var counts = [Int](repeating: 0, count: bound)
    for subject in subjects { counts[subject] += 1 }
    guard counts.contains(where: { $0 > 1 }) else { return nil }
    let present = counts.indices.filter { counts[$0] > 0 }
    self.scores = scores.map { own in
      var sums = [Double](repeating: 0, count: bound)
      for (record, score) in own.enumerated() { sums[subjects[record]] += score }
      return present.map { subject in
        let sum = sums[subject].isNaN ? 0 : sums[subject]
        switch aggregation {
        case .sum: return sum
        case .mean: return sum / Double(counts[subject])
        }
      }
    }
    self.membership = Membership(
      rows: (0..<membership.models).map { model in
        var trained = [Bool](repeating: false, count: bound)
        for (record, truth) in membership.row(model).enumerated() where truth { trained[subjects[record]] = true }
        return present.map { trained[$0] }
      })
    self.subjects = present
  }
}
