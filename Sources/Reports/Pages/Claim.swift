import Findings
import Study

/// What was found out about one cell, in one sentence.
struct Claim: Page {
  let dataset: String
  /// As it stands within a sentence, as a possessive: `random forest’s`.
  let owner: String
  let attack: String
  let outsider: Outsider
  let found: Found?
  let verdict: VerdictMark
  /// Whether the leak was shown by another attack than the one that stands for the cell.
  let isByOther: Bool
  /// Null where evidence suffices or where something else is missing.
  let shortage: Shortage?
  /// Checks of the test that failed here: then no number may stand for the cell.
  let failedChecks: [Doubt]
  let isDoubtful: Bool

  init?(_ cell: CellResult, labels: Labels) {
    guard cell.status == .done, let verdict = cell.verdict else { return nil }
    dataset = labels.dataset(cell.dataset)
    owner = Phrase.possessive(Phrase.inSentence(labels.model(cell)))
    attack = cell.headline.map(labels.attack) ?? ""
    outsider = Outsider(cell.headline?.access ?? .probabilities)
    found = cell.failedChecks.isEmpty ? Found(cell.headline?.headline) : nil
    failedChecks = cell.failedChecks.enumerated().map { Doubt(isFirst: $0 == 0, check: CheckLine(failed: $1)) }
    isDoubtful = !cell.failedChecks.isEmpty
    self.verdict = VerdictMark(verdict)
    isByOther = verdict == .leak && cell.headline?.headline?.verdict != .leak
    shortage = verdict == .insufficientEvidence ? cell.headline?.headline.flatMap(Shortage.init) : nil
  }
}

/// A failed check in a list.
struct Doubt: Page {
  let isFirst: Bool
  let check: CheckLine
}
