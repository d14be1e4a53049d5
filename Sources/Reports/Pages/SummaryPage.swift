import Findings

/// The first page of text: verdicts, the lead sentence, the matrix, and what was not tested.
struct SummaryPage: Page {
  /// Of the whole; null where nothing is rated.
  let rating: RatingMark?
  let leaks: Tally
  let noLeaks: Tally
  let insufficients: Tally
  let lead: LeadSentence
  let figures: [FigureBlock]
  /// The first steps of the plan.
  let actions: [PlanPage.Step]
  let hasActions: Bool
  let currency: String?
  let notTested: NotTested

  init(_ findings: Findings, labels: Labels, figures: [FigureBlock]) {
    let cells = findings.results.cells
    let count = { (verdict: Verdict) in Tally(cells.filter { $0.status == .done && $0.verdict == verdict }.count) }
    leaks = count(.leak)
    noLeaks = count(.noLeakShown)
    insufficients = count(.insufficientEvidence)
    rating = findings.assessment.rating.map(RatingMark.init)
    actions = PlanPage(findings, labels: labels)?.first ?? []
    hasActions = !actions.isEmpty
    currency = findings.assessment.costs?.currency
    lead = LeadSentence(cells, labels: labels)
    self.figures = figures
    notTested = NotTested(findings, labels: labels)
  }
}
