import Findings
import Study

/// How each target is rated and by which rules, and the rubric itself.
struct RatingsPage: Page {
  /// One target.
  struct Row: Page {
    let name: CellName
    let mark: RatingMark
    let grade: String
    let sensitivity: String
    let level: String
    let levelTitle: String
    let confidence: DegreeMark
    let steps: [RatingStep]
    /// What an accusation is worth, one for each of ``PredictiveValue/priors``; empty where no threshold was fixed
    /// elsewhere.
    let worths: [Worth]
  }

  struct Worth: Page {
    let prior: String
    let value: Interval
  }

  /// A line of the rubric.
  struct Line: Page {
    let name: String
    let title: String
    let details: String
  }

  let overall: RatingMark?
  /// The undefended targets, or all where each is defended.
  let rows: [Row]
  /// The others.
  let defended: [Row]
  let hasWorths: Bool
  /// Datasets whose sensitivity nobody states.
  let unstated: String?
  let grades: [Line]
  let sensitivities: [Line]
  let exposures: [Line]
  let meanings: [Line]
  let matrix: [MatrixLine]

  struct MatrixLine: Page {
    let grade: String
    let marks: [RatingMark]
  }

  init?(_ findings: Findings, labels: Labels) {
    guard let guidance = findings.guidance, findings.assessment.engagement != nil else { return nil }
    let (assessment, results, rubric) = (findings.assessment, findings.results, guidance.rating)
    overall = assessment.rating.map(RatingMark.init)
    let limits = Dictionary(rubric.limits.map { ($0.id, Self.words($0)) }) { first, _ in first }
    let all: [(isOpen: Bool, row: Row)] = assessment.targets.compactMap { target in
      guard let cell = results.cells.first(where: { $0.id == target.cell }) else { return nil }
      let row = Row(
        name: CellName(cell, labels: labels), mark: RatingMark(target.rating), grade: target.grade.said,
        sensitivity: target.sensitivity.rawValue, level: target.level.rawValue,
        levelTitle: Phrase.inSentence(guidance.sharing.levels.first { $0.level == target.level }?.title ?? ""),
        confidence: DegreeMark(target.confidence), steps: target.steps.map { RatingStep($0, limits: limits) },
        worths: Self.worths(cell))
      return (cell.defence == Labels.undefended, row)
    }
    let anyOpen = all.contains { $0.isOpen }
    rows = all.filter { $0.isOpen || !anyOpen }.map(\.row)
    defended = all.filter { !$0.isOpen && anyOpen }.map(\.row)
    hasWorths = rows.contains { !$0.worths.isEmpty }
    let rated = Set(assessment.targets.map(\.cell))
    let others = results.cells.filter { $0.status == .done && !rated.contains($0.id) }
      .map { labels.dataset($0.dataset) }
    let unrated = others.enumerated().filter { others.firstIndex(of: $1) == $0 }.map(\.element)
    unstated = unrated.isEmpty ? nil : Phrase.list(unrated)
    let none = Line(
      name: LeakageGrade.g0.rawValue, title: rubric.noneTitle,
      details: say(
        "no criterion reached, the area’s interval holds 0.5, and the upper end of the share found is at most "
          + "\(NumberStyle.percent(rubric.mostAboveRate)) above the rate of wrong accusations"))
    grades = rubric.grades.map(Self.line) + [none]
    sensitivities = rubric.sensitivities.map {
      Line(name: $0.sensitivity.rawValue, title: $0.title, details: Phrase.list($0.examples))
    }
    exposures = rubric.exposures.map { rule in
      Line(
        name: rule.id, title: rule.title,
        details: "\(Phrase.list(rule.levels.map(\.rawValue))): "
          + (rule.shift == 0 ? say("no shift") : rule.shift > 0 ? say("one step up") : say("one step down")))
    }
    meanings = rubric.meanings.map {
      Line(name: $0.rating.said, title: $0.title, details: say("act within \($0.days) days; release: \($0.release)"))
    }
    matrix = [LeakageGrade.g0, .g1, .g2, .g3, .g4].map { grade in
      MatrixLine(grade: grade.rawValue, marks: Sensitivity.allCases.map { RatingMark(rubric.matrix(grade, $0)) })
    }
  }

  private static func line(_ rule: RatingRubric.GradeRule) -> Line {
    Line(
      name: rule.grade.rawValue, title: rule.title,
      details: say(
        "found at least \(NumberStyle.fixed(rule.ratio, decimals: 0)) times as often as wrongly accused, or an "
          + "area of at least \(NumberStyle.fixed(rule.auc, decimals: 2))"))
  }

  private static func worths(_ cell: CellResult) -> [Worth] {
    guard let headline = cell.headline, let limit = headline.headline?.smallestResolved,
      let point = headline.operating.first(where: { $0.fprLimit == limit })
    else { return [] }
    return point.ppv.map { value in
      Worth(
        prior: NumberStyle.rate(value.prior),
        value: Interval(worth: value))
    }
  }

  private static func words(_ limit: RatingRubric.Limit) -> String {
    let who = [
      limit.grades.isEmpty ? nil : Phrase.list(limit.grades.map(\.rawValue)),
      limit.sensitivities.isEmpty ? nil : Phrase.list(limit.sensitivities.map(\.rawValue)),
    ].compactMap { $0 }.joined(separator: say(" on "))
    if let least = limit.least { return say("\(who) is never below \(least.said)") }
    return say("\(who) is never above \(limit.most?.said ?? "")")
  }
}
