import Findings

/// The members that an attack finds at the smallest rate that the evidence resolves.
struct Found: Page {
  let share: Interval
  /// Non-members wrongly accused at most, `1 in 100`; guessing finds as many members.
  let rate: String
  let auc: Interval
  /// Whether the interval of the share lies above guessing; a leak may be told by the order of scores alone.
  let isAbove: Bool

  init?(_ headline: Headline?) {
    guard let headline, let point = headline.printed else { return nil }
    share = Interval(point)
    rate = NumberStyle.rate(point.fprLimit)
    auc = Interval(auc: headline.auc)
    isAbove = point.isAboveGuessing
  }
}

/// Why evidence is insufficient and what would mend it.
struct Shortage: Page {
  /// Distinct people outside the training halves.
  let outside: Tally
  /// Independent comparisons that the pairs of a model and a non-member amount to.
  let comparisons: Tally?
  let neededOutside: String
  let neededComparisons: String
  /// The largest wrong-accusation rate that a verdict may rest on.
  let largestRate: String

  private static let largest = 0.1
  /// Of people and of comparisons, expected to be wrongly accused at a resolved rate.
  private static let least = (people: 1.0, comparisons: 10.0)

  /// Nothing where a rate is resolved.
  init?(_ headline: Headline) {
    guard headline.smallestResolved == nil else { return nil }
    outside = Tally(headline.nonMemberSubjects)
    let effective = Double(headline.pairs) / headline.designEffect
    comparisons = effective.isFinite ? Tally(Int(effective.rounded(.down))) : nil
    neededOutside = NumberStyle.count(Int((Self.least.people / Self.largest).rounded()))
    neededComparisons = NumberStyle.count(Int((Self.least.comparisons / Self.largest).rounded()))
    largestRate = NumberStyle.rate(Self.largest)
  }
}
