import Maths
import Study

/// Rates of accusations whose thresholds were fixed without the records and models that they are counted on.
///
/// For one target with one record a subject, a count is binomial and its interval is Clopper and Pearson's. Over several
/// targets the same subjects and the same references come back: counts are then reduced to effective ones, by the
/// variance between pairs and subjects over the binomial one, and widened by Student's quantile for few pairs.
///
/// - Source: Korn and Graubard, "Confidence intervals for proportions with small expected number of positive counts
///   estimated from survey data", Survey Methodology 24, 1998.
struct FixedAccusations: Sendable {
  private let membership: Membership
  private let subjects: [Int]
  private let subjectBound: Int
  /// K x N.
  private let accused: [[Bool]]

  init(accused: [[Bool]], membership: Membership, subjects: [Int], subjectBound: Int) {
    self.accused = accused
    self.membership = membership
    self.subjects = subjects
    self.subjectBound = subjectBound
  }

  /// The point at a limit: counts over all (target, record) pairs, rates, and shares of members among the accused.
  func point(fprLimit: Double) -> FixedPoint {
    let rates = [true, false].map { rate(of: $0) }
    return FixedPoint(
      fprLimit: fprLimit, tp: rates[0].count, fp: rates[1].count, tpr: rates[0].estimate(level: 0.95),
      fpr: rates[1].estimate(level: 0.95),
      // Each at half the error, so that what is made of both holds at 95 %.
      ppv: PredictiveValue.priors.map {
        PredictiveValue(prior: $0, tpr: rates[0].estimate(level: 0.975), fpr: rates[1].estimate(level: 0.975))
      })
  }

  /// The accused among members, or among non-members.
  private func rate(of truth: Bool) -> Rate {
    var (count, total) = (0, 0)
    var present = [Bool](repeating: false, count: subjectBound)
    for (target, own) in accused.enumerated() {
      for (record, isMember) in membership.row(target).enumerated() where isMember == truth {
        total += 1
        count += own[record] ? 1 : 0
        present[subjects[record]] = true
      }
    }
    let share = Double(count) / Double(total)
    var variance = CrossedVariance(pairs: (membership.models + 1) / 2, subjects: subjectBound)
    if count > 0, count < total {
      for (target, own) in accused.enumerated() {
        for (record, isMember) in membership.row(target).enumerated() where isMember == truth {
          let excess = (own[record] ? 1 - share : -share) / Double(total)
          variance.add(excess, pair: target / 2, subject: subjects[record])
        }
      }
    }
    return Rate(count: count, total: total, distinct: present.count { $0 }, variance: variance)
  }
}

/// A share of dependent trials.
private struct Rate {
  let count: Int
  private let total: Int
  private let effective: (Double) -> Double

  /// - Parameters:
  ///   - count: successes.
  ///   - total: trials.
  ///   - distinct: subjects among them.
  ///   - variance: of the share; of no use where it is 0 or 1.
  init(count: Int, total: Int, distinct: Int, variance: CrossedVariance) {
    self.count = count
    self.total = total
    let share = Double(count) / Double(total)
    let (sampled, _, freedom) = variance.variances()
    effective = { level in
      guard distinct < total else { return Double(total) }
      // Where nobody or everybody is accused, no variance can be seen: each subject counts once.
      guard sampled > 0, count > 0, count < total else { return Double(distinct) }
      let widening = max(
        1, StudentT(freedom: freedom).reach(level: level) / Normal.standard.quantile(0.5 + level / 2))
      return min(Double(total), share * (1 - share) / (sampled * widening * widening))
    }
  }

  func estimate(level: Double) -> Estimate {
    guard total > 0 else { return Estimate(value: .nan, low: 0, high: 1, level: level, method: .clopperPearson) }
    let share = Double(count) / Double(total)
    let trials = effective(level)
    let interval = ClopperPearson.interval(successes: share * trials, trials: trials, level: level)
    return Estimate(
      value: share, low: min(share, interval.lowerBound), high: max(share, interval.upperBound), level: level,
      method: .clopperPearson)
  }
}
