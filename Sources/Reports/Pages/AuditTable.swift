import Findings
import Study

/// What canaries show of epsilon, beside what is promised.
struct AuditTable: Page {
  struct Row: Page {
    let defence: String
    let isMislabelled: Bool
    let isRepeated: Bool
    let canaries: String
    let guesses: String
    let correct: String
    let epsilon: String
    /// Nothing above zero is shown.
    let isNothing: Bool
    /// Null where nothing is promised.
    let promised: String?
    /// More was found than the promise allows.
    let isBroken: Bool
  }

  let rows: [Row]
  let confidence: String
  let hasBroken: Bool

  /// Nothing where no audit was asked for.
  init?(_ target: TargetGroup, labels: Labels) {
    var (rows, confidence): ([Row], Double?) = ([], nil)
    for (cell, defence) in zip(target.cells, target.defences) {
      for audit in cell.audits {
        confidence = audit.confidence
        rows.append(
          Row(
            defence: defence, isMislabelled: audit.kind == .mislabelled,
            isRepeated: audit.kind == .repeated, canaries: NumberStyle.count(audit.canaries),
            guesses: NumberStyle.count(audit.guesses), correct: NumberStyle.count(audit.correct),
            epsilon: NumberStyle.epsilon(audit.epsilon), isNothing: audit.epsilon == 0,
            promised: cell.privacy.map { NumberStyle.epsilon($0.epsilon) },
            isBroken: cell.privacy.map(audit.breaks) ?? false))
      }
    }
    guard let confidence else { return nil }
    self.rows = rows
    self.confidence = NumberStyle.percent(confidence, decimals: 0)
    hasBroken = rows.contains(where: \.isBroken)
  }
}
