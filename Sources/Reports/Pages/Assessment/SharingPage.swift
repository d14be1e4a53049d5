import Findings
import Study

/// How far each undefended target may be given away, level by level.
struct SharingPage: Page {
  struct Target: Page {
    let name: CellName
    let levels: [Level]
  }

  struct Level: Page {
    let level: String
    let title: String
    /// Null where nothing was measured.
    let found: Interval?
    let rate: String
    let area: Interval?
    let isLowerBound: Bool
    let mark: RatingMark
    let shares: Bool
    let conditional: Bool
    let review: Bool
    let refuses: Bool
    let conditions: String?
    let approvals: String?
    let missing: String?
    /// Of the next review; null where there is none.
    let day: String?
    let cadence: String
  }

  struct Named: Page {
    let name: String
    let title: String
    let duty: String
  }

  let targets: [Target]
  let conditions: [Named]
  let roles: [Named]
  let triggers: String

  init?(_ findings: Findings, labels: Labels) {
    guard let guidance = findings.guidance, !findings.assessment.targets.isEmpty else { return nil }
    let rules = guidance.sharing
    let open = findings.results.cells.filter { $0.defence == Labels.undefended }.map(\.id)
    let rated = findings.assessment.targets
    let shown = rated.contains { open.contains($0.cell) } ? rated.filter { open.contains($0.cell) } : rated
    targets = shown.compactMap { target in
      findings.results.cells.first { $0.id == target.cell }.map { cell in
        Target(
          name: CellName(cell, labels: labels), levels: target.levels.map { Self.level($0, rules) })
      }
    }
    conditions = rules.conditions.map { Named(name: $0.id, title: $0.title, duty: "") }
    roles = rules.roles.map { Named(name: $0.id, title: $0.title, duty: $0.duty ?? "") }
    triggers = Phrase.list(rules.triggers)
  }

  private static func level(_ level: LevelRating, _ rules: SharingRules) -> Level {
    let names = { (ids: [String], all: [SharingRules.Named]) in
      Phrase.list(ids.compactMap { id in all.first { $0.id == id }?.title })
    }
    let rate = level.measured?.rate
    return Level(
      level: level.level.rawValue, title: rules.levels.first { $0.level == level.level }?.title ?? "",
      found: rate.map { Interval(share: $0.found) }, rate: rate.map { NumberStyle.rate($0.fprLimit) } ?? "",
      area: level.measured.map { Interval(auc: $0.auc) }, isLowerBound: level.isLowerBound,
      mark: RatingMark(level.rating), shares: level.decision == .share,
      conditional: level.decision == .conditions, review: level.decision == .review,
      refuses: level.decision == .doNotShare, conditions: level.conditions.joined(separator: ", ").orNil,
      approvals: names(level.approvals, rules.roles).orNil,
      missing: Phrase.list(level.missingTests.compactMap { id in rules.tests.first { $0.id == id }?.title }).orNil,
      day: level.review.map(Phrase.date),
      cadence: rules.reviews.first { $0.rating == level.rating }?.title ?? "")
  }
}

extension String {
  /// Nil where it is empty: a template tells absent from present, not empty from full.
  var orNil: String? { isEmpty ? nil : self }
}
