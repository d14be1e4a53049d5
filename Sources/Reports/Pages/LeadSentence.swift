import Findings

/// The first sentence of the summary: the strongest undefended cell, or that nothing was shown.
struct LeadSentence: Page {
  /// The claim of the strongest undefended cell with a leak by its headline attack.
  let strongest: Claim?
  /// Undefended cells with a leak by whatever attack.
  let leaking: Tally
  let undefended: Tally
  /// Undefended cells whose evidence allowed a verdict.
  let judged: Tally

  init(_ cells: [CellResult], labels: Labels) {
    let undefended = cells.filter { $0.status == .done && $0.defence == Labels.undefended }
    self.undefended = Tally(undefended.count)
    leaking = Tally(undefended.filter { $0.verdict == .leak }.count)
    judged = Tally(undefended.filter { $0.verdict != nil && $0.verdict != .insufficientEvidence }.count)
    strongest = Self.strongest(undefended).flatMap { Claim($0, labels: labels) }
  }

  /// The cell whose interval lies highest above guessing: the lower end over the wrong-accusation rate.
  private static func strongest(_ cells: [CellResult]) -> CellResult? {
    var best: (cell: CellResult, strength: Double)?
    for cell in cells where cell.verdict == .leak {
      guard let headline = cell.headline?.headline, headline.verdict == .leak, let point = headline.printed else {
        continue
      }
      let strength = point.low / point.fprLimit
      if best.map({ strength > $0.strength }) ?? !strength.isNaN { best = (cell, strength) }
    }
    return best?.cell
  }
}
