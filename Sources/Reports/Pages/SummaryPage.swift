import Findings

/// The first page of text: verdicts, the lead sentence, the matrix, and what was not tested.
struct SummaryPage: Page {
  let leaks: Tally
  let noLeaks: Tally
  let insufficients: Tally
  let tested: Tally
  let skippedCells: Tally
  let failedCells: Tally
  let lead: LeadSentence
  let shortages: Bool
  let figures: [FigureBlock]
  let notTested: NotTested

  init(_ findings: Findings, labels: Labels, figures: [FigureBlock]) {
    let cells = findings.results.cells
    let count = { (verdict: Verdict) in Tally(cells.filter { $0.status == .done && $0.verdict == verdict }.count) }
    leaks = count(.leak)
    noLeaks = count(.noLeakShown)
    insufficients = count(.insufficientEvidence)
    tested = Tally(cells.filter { $0.status == .done }.count)
    skippedCells = Tally(cells.filter { $0.status == .skipped }.count)
    failedCells = Tally(cells.filter { $0.status == .failed }.count)
    lead = LeadSentence(cells, labels: labels)
    shortages = cells.contains { $0.status == .done && $0.verdict == .insufficientEvidence }
    self.figures = figures
    notTested = NotTested(findings, labels: labels)
  }
}
