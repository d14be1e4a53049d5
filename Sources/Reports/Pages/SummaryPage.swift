import Findings

/// The first page of text: verdicts, the lead sentence, the matrix, and what was not tested.
struct SummaryPage: Page {
  let leaks: Tally
  let noLeaks: Tally
  let insufficients: Tally
  let lead: LeadSentence
  let figures: [FigureBlock]
  let notTested: NotTested

  init(_ findings: Findings, labels: Labels, figures: [FigureBlock]) {
    let cells = findings.results.cells
    let count = { (verdict: Verdict) in Tally(cells.filter { $0.status == .done && $0.verdict == verdict }.count) }
    leaks = count(.leak)
    noLeaks = count(.noLeakShown)
    insufficients = count(.insufficientEvidence)
    lead = LeadSentence(cells, labels: labels)
    self.figures = figures
    notTested = NotTested(findings, labels: labels)
  }
}
