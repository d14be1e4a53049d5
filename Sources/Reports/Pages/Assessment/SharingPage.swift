import Findings
import Study

/// How far undefended targets may be given away, level by level.
struct SharingPage: Page {
  /// A way to receive the model.
  struct Level: Page {
    let level: String
    let title: String
    /// The gravest rating first.
    let decisions: [Decision]
  }

  /// Targets that are decided alike at a level.
  struct Decision: Page {
    let isFirst: Bool
    let mark: RatingMark
    let targets: [Target]
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

  struct Target: Page {
    let name: CellName
    /// Null where nothing was measured.
    let found: Interval?
    let rate: String
    let area: Interval?
    let isLowerBound: Bool
  }

  struct Named: Page {
    let name: String
    let title: String
    let duty: String
  }

  let levels: [Level]
  let conditions: [Named]
  let roles: [Named]
  let triggers: String

  init?(_ findings: Findings, labels: Labels) {
    guard let guidance = findings.guidance, !findings.assessment.targets.isEmpty else { return nil }
    let rules = guidance.sharing
    let open = findings.results.cells.filter { $0.defence == Labels.undefended }.map(\.id)
    let rated = findings.assessment.targets
    let shown = rated.contains { open.contains($0.cell) } ? rated.filter { open.contains($0.cell) } : rated
    let named = shown.compactMap { target in
      findings.results.cells.first { $0.id == target.cell }.map { (CellName($0, labels: labels), target.levels) }
    }
    levels = rules.levels.compactMap { level in
      let rated = named.compactMap { name, levels in levels.first { $0.level == level.level }.map { (name, $0) } }
      guard !rated.isEmpty else { return nil }
      return Level(level: level.level.rawValue, title: level.title, decisions: Self.decisions(rated, rules))
    }
    conditions = rules.conditions.map { Named(name: $0.id, title: $0.title, duty: "") }
    roles = rules.roles.map { Named(name: $0.id, title: $0.title, duty: $0.duty ?? "") }
    triggers = Phrase.list(rules.triggers)
  }

  private static func decisions(_ rated: [(name: CellName, level: LevelRating)], _ rules: SharingRules) -> [Decision] {
    var groups: [[(name: CellName, level: LevelRating)]] = []
    for target in rated {
      if let group = groups.firstIndex(where: { $0[0].level.isDecided(as: target.level) }) {
        groups[group].append(target)
      } else {
        groups.append([target])
      }
    }
    let order = Rating.allCases
    let sorted = groups.enumerated().sorted { one, other in
      (order.firstIndex(of: one.element[0].level.rating) ?? 0, one.offset)
        < (order.firstIndex(of: other.element[0].level.rating) ?? 0, other.offset)
    }
    return sorted.enumerated().map { decision($1.element, rules, isFirst: $0 == 0) }
  }

  private static func decision(
    _ group: [(name: CellName, level: LevelRating)], _ rules: SharingRules, isFirst: Bool
  ) -> Decision {
    let level = group[0].level
    let names = { (ids: [String], all: [SharingRules.Named]) in
      Phrase.list(ids.compactMap { id in all.first { $0.id == id }?.title })
    }
    return Decision(
      isFirst: isFirst, mark: RatingMark(level.rating), targets: group.map(Target.init),
      shares: level.decision == .share,
      conditional: level.decision == .conditions, review: level.decision == .review,
      refuses: level.decision == .doNotShare, conditions: level.conditions.joined(separator: ", ").orNil,
      approvals: names(level.approvals, rules.roles).orNil,
      missing: Phrase.list(level.missingTests.compactMap { id in rules.tests.first { $0.id == id }?.title }).orNil,
      day: level.review.map(Phrase.date),
      cadence: rules.reviews.first { $0.rating == level.rating }?.title ?? "")
  }
}

extension SharingPage.Target {
  fileprivate init(_ name: CellName, _ level: LevelRating) {
    let measured = level.measured
    self.init(
      name: name, found: measured?.rate.map { Interval(share: $0.found) },
      rate: measured?.rate.map { NumberStyle.rate($0.fprLimit) } ?? "",
      area: measured.map { Interval(auc: $0.auc) }, isLowerBound: level.isLowerBound)
  }
}

extension LevelRating {
  /// Whether all that follows from the figure, but not the figure itself, is the same.
  fileprivate func isDecided(as other: LevelRating) -> Bool {
    rating == other.rating && decision == other.decision && conditions == other.conditions
      && approvals == other.approvals && missingTests == other.missingTests && review == other.review
  }
}

extension String {
  /// Nil where it is empty: a template tells absent from present, not empty from full.
  var orNil: String? { isEmpty ? nil : self }
}
