public import Study

/// The strongest of a cell's attacks at each access level, and their union, without judging what was chosen on the data
/// that chose it.
///
/// The pool is divided into quarters: half of the complementary pairs by half of the subjects. On each quarter the attack
/// with the largest figure is chosen (of equal ones the first), and its figure on the opposite quarter, which shares
/// neither models nor subjects, is reported; the four reports are averaged. The bootstrap redraws pairs and subjects
/// within their halves, with thresholds chosen anew; it keeps the choices, which owe nothing to the quarter that is
/// reported. (With the choice made anew in each replicate, intervals of attacks that are equally strong held the truth in
/// 99.6 % in place of 95 %.) References are the pool's: they are no part of what is halved.
///
/// The largest figure of all attacks on all data would be too high even where none of them works.
public struct StrongestAttack: Sendable {
  /// One attack's scores.
  public struct Entrant: Sendable {
    let id: String
    let access: Access
    let scores: [[Double]]

    /// - Parameter scores: K x N, none NaN.
    public init(id: String, access: Access, scores: [[Double]]) {
      self.id = id
      self.access = access
      self.scores = scores
    }
  }

  /// With fewer pairs, a half has no variance between its pairs.
  public static let leastModels = 8
  private static let levels: [Access] = [.labels, .topK, .probabilities, .logits]

  private let entrants: [Entrant]
  private let membership: Membership
  private let subjects: [Int]
  private let quarters: [Quarter]
  private let lanes: Lanes
  /// By attack and quarter.
  private let figures: [[QuarterFigures]]

  /// - Parameters:
  ///   - entrants: attacks on one pool, one or more; the first wins ties.
  ///   - membership: K x N, in complementary pairs, K even and ``leastModels`` or more.
  ///   - subjects: N subjects, dense from 0, four or more.
  ///   - replicates: of the bootstrap.
  ///   - seed: divides into halves, and draws.
  ///   - workers: how many attacks are measured at a time, 1 or more; the results are the same.
  public init(
    entrants: [Entrant], membership: Membership, subjects: [Int], replicates: Int = 400, seed: UInt64, workers: Int = 1
  ) {
    precondition(membership.models >= Self.leastModels && membership.models % 2 == 0, "halves need pairs")
    let quarters = Quarter.all(
      models: membership.models, subjects: subjects, replicates: replicates, seed: seed)
    self.entrants = entrants
    self.membership = membership
    self.subjects = subjects
    self.quarters = quarters
    lanes = Lanes(workers)
    figures = lanes.map(entrants) { entrant in
      quarters.map { QuarterFigures($0.order(of: entrant.scores, membership: membership), draws: $0.draws) }
    }
  }

  /// One result for each level at which there is an attack; none for attacks that need the weights.
  public var results: [StrongestResult] {
    var last: (set: [Int], result: StrongestResult)?
    return Self.levels.enumerated().compactMap { rank, level in
      let set = entrants.indices.filter { index in
        (Self.levels.firstIndex(of: entrants[index].access) ?? .max) <= rank
      }
      guard !set.isEmpty else { return nil }
      var result = last.flatMap { $0.set == set ? $0.result : nil } ?? result(of: set, level)
      result.access = level
      last = (set, result)
      return result
    }
  }

  private func result(of set: [Int], _ level: Access) -> StrongestResult {
    let choices = (0...Resolution.limits.count).map { choice(among: set, figure: $0) }
    return StrongestResult(
      access: level, attacks: set.map { entrants[$0].id }, auc: choices[0].choice,
      tpr: zip(Resolution.limits, choices.dropFirst()).map { limit, choice in
        StrongestResult.RateChoice(
          fprLimit: limit, resolved: choice.isResolved, estimate: choice.choice.estimate,
          chosen: choice.choice.chosen)
      },
      envelope: Envelope(
        scores: set.map { entrants[$0].scores }, membership: membership, subjects: subjects, quarters: quarters,
        lanes: lanes
      ).points(limits: Resolution.limits))
  }

  /// The whole procedure for one figure: 0 is the area, i the rate at the i-th limit.
  private func choice(among set: [Int], figure: Int) -> (choice: StrongestResult.Choice, isResolved: Bool) {
    let picks = quarters.indices.map { quarter in
      Self.largest(set) { figures[$0][quarter].values[figure] }
    }
    let reported = quarters.indices.map { figures[picks[$0]][3 - $0] }
    let value = Self.mean(reported.map { $0.values[figure] })
    let replicates = quarters[0].draws.replicates
    let redrawn = (0..<replicates).map { replicate in
      Self.mean(reported.map { $0.replicates[figure][replicate] })
    }
    var variance = CrossedVariance(
      pairs: membership.models / 2, subjects: (subjects.max() ?? -1) + 1, strata: 2)
    for quarter in quarters.indices {
      let part = quarters[3 - quarter]
      variance.add(
        reported[quarter].influences[figure], times: 1 / Double(quarters.count), pairs: part.pairs,
        subjects: part.subjects)
    }
    // Two strata of few pairs: what holds at least its level.
    var interval = Percentile.interval(redrawn, value: value, correction: variance.correction(floor: .all).interval)
    interval = Significance.widened(interval, value: value, subjects: reported.map(\.leastSubjects).min() ?? 0)
    let estimate = Estimate(value: value, low: interval.lowerBound, high: interval.upperBound, method: .bootstrap)
    return (
      StrongestResult.Choice(estimate: estimate, chosen: picks.map { entrants[$0].id }),
      figure > 0 && reported.allSatisfy { $0.isResolved[figure - 1] }
    )
  }

  /// The first with the largest value; undefined ones lose.
  private static func largest(_ set: [Int], _ value: (Int) -> Double) -> Int {
    var best = set[0]
    for index in set.dropFirst() where value(index) > value(best) || value(best).isNaN { best = index }
    return best
  }

  private static func mean(_ values: [Double]) -> Double {
    let defined = values.filter { !$0.isNaN }
    return defined.reduce(0, +) / Double(defined.count)
  }
}
