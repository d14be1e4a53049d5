public import Study

/// Thresholds that an attacker could choose: on models of the attacker's own.
///
/// For target t the other models stand in as mock targets. The attacker trained them, so their memberships are known. The
/// same attack scores every record on each mock target m, with references that leave out m and m^1. All their (mock
/// target, record) scores are pooled, those of t and of its complement t^1 never among them, and the threshold is the
/// one that finds the most members there with a false-positive rate within the limit (of equal ones the fewest accused;
/// where none is, nobody is accused). It is then applied to t: no score of t had a part in choosing it. The mock targets'
/// references include t, as those of t include them: all models come from one recipe.
public enum ReferenceThresholds {
  /// - Parameters:
  ///   - scores: K x N, none NaN.
  ///   - membership: K x N, in complementary pairs.
  ///   - limit: the false-positive rate on the mock targets, in 0...1.
  /// - Returns: K thresholds: a record that scores as much or more is accused; infinity accuses nobody. The two models of
  ///   a pair have one threshold. NaN for all where K is below 4 and there are no mock targets.
  public static func thresholds(scores: [[Double]], membership: Membership, limit: Double) -> [Double] {
    MockTargets(scores: scores, membership: membership).thresholds(limit: limit)
  }

  /// The figures at thresholds for each limit of reports and further ones; none where K is below 4.
  public static func points(
    scores: [[Double]], membership: Membership, subjects: [Int], further: [Double] = []
  ) -> [FixedPoint] {
    guard scores.count >= 4 else { return [] }
    let mocks = MockTargets(scores: scores, membership: membership)
    let bound = (subjects.max() ?? -1) + 1
    return Resolution.limits(with: further).map { limit in
      let thresholds = mocks.thresholds(limit: limit)
      let accused = zip(scores, thresholds).map { own, threshold in own.map { $0 >= threshold && threshold < .infinity }
      }
      return FixedAccusations(
        accused: accused, membership: membership, subjects: subjects, subjectBound: bound
      ).point(fprLimit: limit)
    }
  }
}

/// The scores of a pool in one order, from which those of a pair are left out.
private struct MockTargets {
  private let scores: [[Double]]
  private let membership: Membership
  private let order: ScoreOrder

  init(scores: [[Double]], membership: Membership) {
    self.scores = scores
    self.membership = membership
    order = ScoreOrder(scores.flatMap { $0 })
  }

  func thresholds(limit: Double) -> [Double] {
    let pairs = stride(from: 0, to: scores.count, by: 2).map { threshold(without: $0 / 2, limit: limit) }
    return scores.indices.map { pairs[$0 / 2] }
  }

  private func threshold(without pair: Int, limit: Double) -> Double {
    guard scores.count >= 4 else { return .nan }
    let records = membership.records
    let nonMembers = scores.indices.filter { $0 / 2 != pair }.reduce(0) { sum, model in
      sum + membership.row(model).reduce(0) { $0 + ($1 ? 0 : 1) }
    }
    let allowed = ROC.allowed(limit, of: nonMembers)
    var best = (threshold: Double.infinity, tp: 0)
    var (tp, fp) = (0, 0)
    for (place, isLast) in zip(order.places, order.isLastOfTie) {
      let (model, record) = Int(place).quotientAndRemainder(dividingBy: records)
      if model / 2 != pair {
        if membership.contains(model: model, record: record) { tp += 1 } else { fp += 1 }
      }
      guard fp <= allowed else { break }
      if isLast, tp > best.tp { best = (scores[model][record], tp) }
    }
    return best.threshold
  }
}
