import Figures
import Findings

/// All that the templates show.
struct ReportPage: Page {
  let stylesheet: String
  /// A second one in base64, of what not every reader of style sheets knows.
  let newerStylesheet: String
  let cover: CoverPage
  let failedChecks: [CheckLine]
  let summary: SummaryPage
  let ratings: RatingsPage?
  let findings: FindingsPage?
  let plan: PlanPage?
  let costs: CostPage?
  /// What shows costs.
  let costFigures: [FigureBlock]
  let regulation: RegulatoryPage?
  let sharing: SharingPage?
  let sharingFigures: [FigureBlock]
  let budget: BudgetPage?
  let budgetFigures: [FigureBlock]
  let grid: GridPage
  let targets: [TargetPage]
  /// Null where every target has a section.
  let elsewhere: Elsewhere?
  let method: MethodPage
  let fairness: FairnessPage
  let monitoring: MonitoringPage?
  let lifeCycle: LifeCyclePage?
  let vendors: VendorsPage?
  let encryption: EncryptionPage?
  let facts: FactsPage?
  let control: ControlPage?
  let reproduction: ReproductionPage
  let glossary: Glossary

  init(
    findings: Findings, figures: [DrawnFigure], provenance: ReproductionFacts, style: PageStyle, brand: BrandBlock?,
    mostTargets: Int = .max
  ) {
    let results = findings.results
    let labels = Labels(findings)
    let groups = TargetGroup.groups(of: results.cells, labels: labels)
    let placed = PlacedFigures(figures, cells: results.cells)
    stylesheet = style.sheet
    newerStylesheet = style.newer
    cover = CoverPage(results, document: findings.assessment.document, targets: groups, brand: brand)
    failedChecks = results.checks.filter { $0.verdict == .failed }.map(CheckLine.init)
    summary = SummaryPage(findings, labels: labels, figures: placed.summary)
    grid = GridPage(groups, labels: labels)
    let shown = Elsewhere.strongest(mostTargets, of: groups)
    targets = shown.map { TargetPage(groups[$0], index: $0, labels: labels, figures: placed) }
    elsewhere = Elsewhere(shown: shown, of: groups.count)
    costs = CostPage(findings)
    regulation = RegulatoryPage(findings)
    method = MethodPage(findings, labels: labels)
    fairness = FairnessPage(results, targets: groups, labels: labels, figures: placed.fairness)
    ratings = RatingsPage(findings, labels: labels)
    self.findings = FindingsPage(findings, labels: labels)
    plan = PlanPage(findings, labels: labels)
    costFigures = placed.costs
    sharing = SharingPage(findings, labels: labels)
    sharingFigures = placed.sharing
    budget = BudgetPage(findings, labels: labels)
    budgetFigures = placed.budgets
    monitoring = MonitoringPage(findings, labels: labels)
    lifeCycle = LifeCyclePage(findings)
    vendors = VendorsPage(findings, labels: labels)
    encryption = EncryptionPage(findings)
    facts = FactsPage(findings)
    control = ControlPage(findings, brand: brand)
    reproduction = ReproductionPage(results, facts: provenance)
    glossary = Glossary(results)
  }
}

/// Which terms need explaining beyond those in every report.
struct Glossary: Page {
  let usesSubjects: Bool
  let usesInsufficient: Bool
  let usesNullRun: Bool
  let usesReferences: Bool

  init(_ results: Results) {
    let attacks = results.cells.flatMap(\.attacks)
    usesSubjects = attacks.contains { $0.subjects != nil }
    usesInsufficient = results.cells.contains { $0.verdict == .insufficientEvidence }
    usesNullRun = attacks.contains { $0.null != nil } || results.checks.contains { $0.name == "null-run" }
    usesReferences = results.pool.models > 2
  }
}
