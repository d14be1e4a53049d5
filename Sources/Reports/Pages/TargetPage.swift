import Figures
import Findings
import Study

/// The section of one target model: a dataset and a model under each defence.
struct TargetPage: Page {
  let section: String
  let dataset: String
  let domain: String?
  let model: String
  let claim: Claim?
  /// Why there is no claim.
  let skippedReason: String?
  let failedReason: String?
  /// Trained, but no attack could be run.
  let isWithoutVerdict: Bool
  let utility: UtilityLine?
  let effects: [DefenceEffect]
  let advice: Advice?
  let figures: [FigureBlock]
  let moreFigures: [FigureBlock]
  let exposure: ExposurePage?
  let levels: LevelTable?
  let audits: AuditTable?
  let boundary: BoundaryTable?
  let attacks: AttackTable?
  let subjects: AttackTable?
  let utilities: [UtilityLine]

  static func anchor(_ index: Int) -> String { "target-\(index + 1)" }

  init(_ target: TargetGroup, index: Int, labels: Labels, figures: PlacedFigures) {
    section = Self.anchor(index)
    dataset = labels.dataset(target.dataset)
    let facts = labels.facts(target.dataset)
    domain = facts.flatMap { $0.domain.isEmpty ? nil : $0.domain }
    model = target.model
    let first = target.undefended ?? target.cells.first
    claim = first.flatMap { Claim($0, labels: labels) }
    skippedReason = first?.status == .skipped ? first?.reason ?? say("no reason given") : nil
    failedReason = first?.status == .failed ? first?.reason ?? say("no reason given") : nil
    isWithoutVerdict = first?.status == .done && claim == nil
    utility = first.flatMap { UtilityLine($0, labels: labels) }
    effects = target.cells.compactMap { DefenceEffect($0, undefended: target.undefended, labels: labels) }
    advice = first.flatMap { Advice($0, labels: labels) }
    self.figures = figures.shown(of: target)
    moreFigures = figures.folded(of: target)
    exposure = first.flatMap { ExposurePage($0, labels: labels) }
    levels = first.flatMap { LevelTable($0, labels: labels) }
    audits = AuditTable(target, labels: labels)
    boundary = BoundaryTable(target, labels: labels)
    attacks = AttackTable(target, labels: labels, subject: nil)
    subjects = AttackTable(target, labels: labels, subject: facts?.subject ?? "person")
    utilities = target.done.compactMap { UtilityLine($0, labels: labels) }
  }
}

/// How good the models of one cell are.
struct UtilityLine: Page {
  let defence: String
  let accuracy: Interval
  let balanced: Interval
  let majority: String
  let training: String

  init?(_ cell: CellResult, labels: Labels) {
    guard let utility = cell.utility else { return nil }
    defence = labels.defence(cell)
    accuracy = Interval(accuracy: utility.accuracy)
    balanced = Interval(accuracy: utility.balancedAccuracy)
    majority = NumberStyle.percent(utility.majority)
    training = NumberStyle.percent(utility.trainAccuracy)
  }
}

/// What one defence buys and costs.
struct DefenceEffect: Page {
  let defence: String
  /// Why there are no figures.
  let skippedReason: String?
  let failedReason: String?
  let attack: String
  let found: Found?
  let verdict: VerdictMark?
  let accuracy: Interval?
  let baseline: Interval?
  let promise: PromiseLine?
  /// Work as a multiple of the undefended training; nil where it is the same.
  let work: String?

  init?(_ cell: CellResult, undefended: CellResult?, labels: Labels) {
    guard cell.defence != Labels.undefended else { return nil }
    defence = labels.defence(cell)
    skippedReason = cell.status == .skipped ? cell.reason ?? say("no reason given") : nil
    failedReason = cell.status == .failed ? cell.reason ?? say("no reason given") : nil
    attack = cell.headline.map(labels.attack) ?? ""
    found = Found(cell.headline?.headline)
    verdict = cell.verdict.map(VerdictMark.init)
    accuracy = cell.utility.map { Interval(accuracy: $0.accuracy) }
    baseline = undefended?.utility.map { Interval(accuracy: $0.accuracy) }
    promise = cell.privacy.map(PromiseLine.init)
    let ratio = cell.work / (undefended?.work ?? .nan)
    let told = NumberStyle.fixed(ratio, decimals: 2)
    work = cell.status == .done && ratio.isFinite && ratio > 0 && told != "1.00" ? told : nil
  }
}
