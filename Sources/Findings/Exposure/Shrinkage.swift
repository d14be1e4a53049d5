import Maths

/// Shares of few trials each, shrunk towards their mean by how much they differ beyond chance.
///
/// Trial counts are binomial about a record's own rate, and those rates follow a beta distribution whose mean and spread
/// are read off all records by moments; a record's estimate is the mean of what is then known of it.
///
/// - Source: Kleinman, "Proportions with extraneous variance: single and independent samples", JASA 68, 1973, for the
///   moments; Morris, "Parametric empirical Bayes inference", JASA 78, 1983.
struct Shrinkage: Equatable, Sendable {
  /// Successes over trials, all together.
  let mean: Double
  /// a + b of the beta distribution; infinite where records do not differ beyond chance.
  let size: Double

  /// - Parameters:
  ///   - successes: one a record.
  ///   - trials: one a record; records without any are not counted.
  init(successes: [Int], trials: [Int]) {
    let counted = trials.indices.filter { trials[$0] > 0 }
    let total = counted.reduce(0) { $0 + trials[$1] }
    let mean = Double(counted.reduce(0) { $0 + successes[$1] }) / Double(total)
    self.mean = mean
    // The spread of shares about the mean, each weighing as much as its trials, against what chance alone gives.
    var spread = 0.0
    var squares = 0
    for record in counted {
      let excess = Double(successes[record]) / Double(trials[record]) - mean
      spread += Double(trials[record]) * excess * excess
      squares += trials[record] * trials[record]
    }
    let chance = mean * (1 - mean)
    let records = Double(counted.count)
    let leftOver = Double(total) - Double(squares) / Double(total)
    guard leftOver > records - 1 else {
      // One trial a record, as one model gives: what differs beyond chance cannot be told.
      size = .infinity
      return
    }
    let between = (spread - (records - 1) * chance) / (leftOver - (records - 1))
    let overdispersion = between / chance
    // As good as equal, or as different as can be: at the least a hundredth of a trial.
    size =
      !(overdispersion > 0) ? .infinity : max(0.01, (1 - overdispersion) / overdispersion)
  }

  /// How much `trials` of its own count against the mean.
  func weight(trials: Double) -> Double { size.isInfinite ? 0 : trials / (trials + size) }

  func estimate(successes: Int, trials: Int) -> Double {
    guard trials > 0, size.isFinite else { return mean }
    let weight = weight(trials: Double(trials))
    return weight * Double(successes) / Double(trials) + (1 - weight) * mean
  }

  /// What is known of a record; nil where it is the mean, for sure.
  func posterior(successes: Int, trials: Int) -> Beta? {
    guard size.isFinite, mean > 0, mean < 1 else { return nil }
    return Beta(a: mean * size + Double(successes), b: (1 - mean) * size + Double(trials - successes))
  }

  /// The probability of a rate of `threshold` or more.
  func probability(of threshold: Double, successes: Int, trials: Int) -> Double {
    guard let posterior = posterior(successes: successes, trials: trials) else { return mean >= threshold ? 1 : 0 }
    return 1 - posterior.cumulative(threshold)
  }
}
