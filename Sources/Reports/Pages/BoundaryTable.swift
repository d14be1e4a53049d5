import Findings
import Study

/// What labels alone give away to an outsider who may ask many: by setting, beside other attacks on the same records.
struct BoundaryTable: Page {
  struct Row: Page {
    let defence: String
    let auc: Interval
    let share: Interval?
    let rate: String?
    /// The strongest other attack on labels alone.
    let labels: Other?
    /// The attack that stands for the cell.
    let headline: Other?
    let queries: String
    /// The answers are masked, and labels alone still tell.
    let isSeenThrough: Bool
  }

  struct Other: Page {
    let attack: String
    let auc: Interval
  }

  let rows: [Row]
  let records: String
  let mostQueries: String
  let hasUnreached: Bool
  let unreached: String
  /// Defences that mask answers while labels alone still tell members.
  let seenThrough: String?

  /// Nothing where no walk was asked for.
  init?(_ target: TargetGroup, labels: Labels) {
    let walked = zip(target.cells, target.defences).compactMap { cell, defence in
      cell.boundary.map { (cell: cell, defence: defence, found: $0) }
    }
    guard let first = walked.first?.found else { return nil }
    rows = walked.map { cell, defence, found in
      let others = found.others.compactMap { other in
        cell.attacks.first { $0.id == other.attack }.map { (result: $0, other: other) }
      }
      func named(_ other: (result: AttackResult, other: BoundaryResult.Other)) -> Other {
        Other(attack: labels.attack(other.result), auc: Interval(auc: other.other.auc))
      }
      let onLabels = others.filter { $0.other.access == .labels }.max { $0.other.auc.value < $1.other.auc.value }
      let headline = others.first { $0.other.attack == cell.headlineAttack && $0.other.access != .labels }
      let masks = headline.map { $0.other.auc.high < found.headline.auc.value } ?? false
      return Row(
        defence: defence, auc: Interval(auc: found.headline.auc),
        share: found.headline.printed.map { Interval($0) },
        rate: found.headline.printed.map { NumberStyle.rate($0.fprLimit) }, labels: onLabels.map(named),
        headline: headline.map(named), queries: NumberStyle.count(Int(found.queries.rounded())),
        isSeenThrough: masks && found.headline.auc.low > 0.5)
    }
    records = NumberStyle.count(first.records)
    mostQueries = NumberStyle.count(walked.map(\.found.mostQueries).max() ?? 0)
    let missed = walked.reduce(0) { $0 + $1.found.unreached }
    hasUnreached = missed > 0
    unreached = NumberStyle.count(missed)
    let blind = rows.filter(\.isSeenThrough).map(\.defence)
    seenThrough = blind.isEmpty ? nil : Phrase.list(blind)
  }
}
