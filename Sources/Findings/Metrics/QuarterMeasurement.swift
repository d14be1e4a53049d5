public import Study

/// A cell's utility and leakage on each of its four quarters, of which the i-th and the (3 - i)-th share neither a model
/// nor a person.
public struct QuarterMeasurement: Sendable {
  private let membership: Membership
  private let subjects: [Int]
  private let quarters: [Quarter]
  private let answers: PoolAnswers

  /// - Parameters:
  ///   - correctness: K x N and K x Z.
  ///   - membership: K x N, in complementary pairs, K ``StrongestAttack/leastModels`` or more.
  ///   - labels: N labels in `0..<classes`.
  ///   - populationLabels: Z labels.
  ///   - subjects: N subjects, dense from 0, four or more.
  ///   - populationSubjects: Z subjects, dense from 0.
  ///   - seed: divides into halves, as ``StrongestAttack`` does by the same seed.
  public init(
    correctness: Correctness, membership: Membership, labels: [Int], populationLabels: [Int], subjects: [Int],
    populationSubjects: [Int], classes: Int, seed: UInt64
  ) {
    self.membership = membership
    self.subjects = subjects
    quarters = Quarter.all(models: membership.models, subjects: subjects, replicates: 1, seed: seed)
    let bound = (subjects.max() ?? -1) + 1
    answers = PoolAnswers(
      correctness: correctness, membership: membership, labels: labels + populationLabels,
      subjects: subjects + populationSubjects.map { $0 + bound }, classes: classes)
  }

  /// - Parameter entrants: the cell's attacks.
  public func results(_ entrants: [StrongestAttack.Entrant]) -> [QuarterResult] {
    quarters.indices.map { index in
      let quarter = quarters[index]
      let bound = (subjects.max() ?? -1) + 1
      var weights = (0..<answers.subjectBound).map { subject in
        // Every other person of the population belongs to a half.
        subject >= bound && (subject - bound) % 2 == index % 2 ? 1.0 : 0
      }
      for subject in quarter.subjects { weights[subject] = 1 }
      var pairs = [Double](repeating: 0, count: membership.models / 2)
      for pair in quarter.pairs { pairs[pair] = 1 }
      let accuracies = answers.accuracies(weights: weights, pairs: pairs)
      return QuarterResult(
        accuracy: accuracies.plain, balancedAccuracy: accuracies.balanced,
        attacks: entrants.map { QuarterResult.AttackRates(id: $0.id, rates: rates($0, quarter)) })
    }
  }

  private func rates(_ entrant: StrongestAttack.Entrant, _ quarter: Quarter) -> [QuarterResult.RateAtLimit] {
    let order = quarter.order(of: entrant.scores, membership: membership)
    let members = Double(order.pairCounts.members)
    let measured = PoolMeasurement(order: order, draws: quarter.draws, curve: false, targets: false)
    return zip(Resolution.limits, zip(PoolCut.within(Resolution.limits, of: order), measured.resolutions)).map {
      QuarterResult.RateAtLimit(fprLimit: $0, tpr: Double($1.0.tp) / members, resolved: $1.1.isResolved)
    }
  }
}
