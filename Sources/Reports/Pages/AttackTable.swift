import Findings
import Study

/// Attacks against defences: the headline numbers of one target model.
struct AttackTable: Page {
  /// One defence.
  struct Column: Page {
    let defence: String
    let verdict: VerdictMark?
  }

  /// One attack.
  struct Row: Page {
    let attack: String
    /// Whether its numbers stand for a cell.
    let isHeadline: Bool
    let entries: [Entry]
  }

  /// One attack on one cell.
  struct Entry: Page {
    let defence: String
    let found: Found?
    /// Ran, but no rate at or below 10 % is resolved.
    let unresolved: Bool
    /// Ran, but without a figure of this kind.
    let noFigure: Bool
    let auc: Interval?
    /// Why it was not run.
    let reason: String?
  }

  /// What is counted: null for records, else what a subject is.
  let subject: String?
  let columns: [Column]
  /// Those that ran somewhere; all, if none ran on some cell.
  let rows: [Row]
  /// How many ran nowhere; null by subject, where the same ones are missing.
  let left: Tally?

  /// The figures by record where `subject` is nil, else those by what is called so.
  init?(_ target: TargetGroup, labels: Labels, subject: String?) {
    self.subject = subject
    let headline = { (attack: AttackResult) in subject == nil ? attack.headline : attack.subjects }
    let cells = target.done.filter { subject == nil || $0.attacks.contains { headline($0) != nil } }
    guard cells.contains(where: { !$0.attacks.isEmpty }) else { return nil }
    columns = cells.map {
      Column(defence: labels.defence($0), verdict: subject == nil ? $0.verdict.map(VerdictMark.init) : nil)
    }
    var all: [String] = []
    for attack in cells.flatMap(\.attacks) where !all.contains(attack.id) { all.append(attack.id) }
    let run = all.filter { id in cells.contains { $0.attacks.contains { $0.id == id && $0.status == .done } } }
    // Where nothing ran, the reasons are the table.
    let ids = cells.allSatisfy { $0.attacks.contains { $0.status == .done } } ? run : all
    left = subject == nil && ids.count < all.count ? Tally(all.count - ids.count) : nil
    rows = ids.map { id in
      let results = cells.map { cell in cell.attacks.first { $0.id == id } }
      return Row(
        attack: results.compactMap { $0 }.first.map(labels.attack) ?? id,
        isHeadline: cells.contains { $0.headlineAttack == id },
        entries: zip(cells, results).map { cell, result in
          Entry(result, headline: result.flatMap(headline), defence: labels.defence(cell))
        })
    }
  }
}

extension AttackTable.Entry {
  fileprivate init(_ result: AttackResult?, headline: Headline?, defence: String) {
    self.defence = defence
    found = Found(headline)
    unresolved = headline != nil && found == nil
    auc = headline.map { Interval(auc: $0.auc) }
    noFigure = headline == nil && result?.status == .done
    reason =
      headline != nil || noFigure ? nil : result.map { $0.reason ?? say("no reason given") } ?? say("not asked for")
  }
}
