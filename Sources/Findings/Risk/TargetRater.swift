import Study

/// Rates each cell of a study whose data's sensitivity the client states.
struct TargetRater {
  let rubric: RatingRubric
  let sharing: SharingRules
  let results: Results
  let engagement: Engagement
  let reviewers: Int

  /// Taken where the engagement names no release: an interface that tells all probabilities.
  static let assumedRelease = AccessLevel.l4

  var ratings: [TargetRating] {
    results.cells.filter { $0.status == .done }.compactMap { cell in
      engagement.sensitivity(of: cell.dataset).map { rating(of: cell, $0) }
    }
  }

  /// The gravest of the undefended targets, or of all where each is defended; `inconclusive` stands above `low`.
  static func overall(_ ratings: [TargetRating], cells: [CellResult]) -> Rating? {
    let order: [Rating] = [.critical, .high, .moderate, .inconclusive, .low, .minimal]
    let open = Set(cells.filter { $0.defence == "none" }.map(\.id))
    let inScope = ratings.contains { open.contains($0.cell) } ? ratings.filter { open.contains($0.cell) } : ratings
    return order.first { rating in inScope.contains { $0.rating == rating } }
  }

  private func rating(of cell: CellResult, _ sensitivity: Sensitivity) -> TargetRating {
    let level = engagement.release ?? Self.assumedRelease
    var (grade, steps) = grade(of: cell, at: level)
    if engagement.release == nil {
      steps.insert(.init(rule: "release-assumed", names: [level.rawValue], outcome: ""), at: 0)
    }
    let rated = rate(grade, sensitivity, level, measured: LevelMeasure(cell: cell).measured(at: level))
    steps += rated.steps
    for index in steps.indices where steps[index].outcome.isEmpty { steps[index].outcome = grade.rawValue }
    return TargetRating(
      cell: cell.id, rating: rated.rating, grade: grade, sensitivity: sensitivity, level: level, steps: steps,
      confidence: confidence(of: cell), levels: sharing.levels.map { self.level($0.level, of: cell, sensitivity) })
  }

  private func grade(of cell: CellResult, at level: AccessLevel) -> (LeakageGrade, [TargetRating.Step]) {
    guard cell.failedChecks.isEmpty else {
      return (.inconclusive, [.init(rule: "check-failed", names: cell.failedChecks, outcome: "Inconclusive")])
    }
    guard let measured = LevelMeasure(cell: cell).measured(at: level) else {
      return (.inconclusive, [.init(rule: "not-measured", names: [level.rawValue], outcome: "Inconclusive")])
    }
    var (grade, steps) = rubric.grade(measured)
    // A group's share was found by the headline attack, which may need more than this level gives.
    let allowed = cell.headline.map { Self.gives(level, $0.access) } ?? false
    if allowed, let step = rubric.groupStep(cell.exposure, above: grade),
      let own = LeakageGrade(rawValue: step.outcome)
    {
      grade = own
      steps.append(step)
    }
    return (grade, steps)
  }

  private static func gives(_ level: AccessLevel, _ access: Access) -> Bool {
    LevelMeasure.rank(access) <= LevelMeasure.rank(level.access ?? .labels)
  }

  private func rate(
    _ grade: LeakageGrade, _ sensitivity: Sensitivity, _ level: AccessLevel, measured: LevelRating.Measured?
  ) -> (rating: Rating, steps: [TargetRating.Step]) {
    guard let exposure = rubric.exposure(of: level) else { return (.inconclusive, []) }
    return rubric.rating(grade, sensitivity, exposure: exposure, worth: worth(measured))
  }

  /// What an accusation is worth at the client's documented prior.
  private func worth(_ measured: LevelRating.Measured?) -> RatingRubric.Worth? {
    guard let prior = engagement.prior, let rate = measured?.rate else { return nil }
    let low = PredictiveValue.value(prior.share.low, rate.found.low, rate.fprLimit)
    let high = PredictiveValue.value(prior.share.high, rate.found.high, rate.fprLimit)
    guard !low.isNaN, !high.isNaN else { return nil }
    return .init(low: low, high: high, mayLower: reviewers > 0)
  }

  private func level(_ level: AccessLevel, of cell: CellResult, _ sensitivity: Sensitivity) -> LevelRating {
    let measured = LevelMeasure(cell: cell).measured(at: level)
    let (grade, _) = grade(of: cell, at: level)
    let rating = rate(grade, sensitivity, level, measured: measured).rating
    let missing = sharing.missingTests(level, in: cell)
    let decision = sharing.decision(rating, level, sensitivity, missing: missing)
    return LevelRating(
      level: level, measured: measured, grade: grade, rating: rating,
      isLowerBound: measured != nil && !hasOwnAttack(level, cell), decision: decision,
      conditions: sharing.conditions(level, decision), approvals: sharing.approvals[decision] ?? [],
      missingTests: missing, review: sharing.review(rating, from: results.date.flatMap { CalendarDate($0) }))
  }

  /// Whether an attack that uses what a level gives has run; attacks on probabilities read logits where a model tells
  /// them.
  private func hasOwnAttack(_ level: AccessLevel, _ cell: CellResult) -> Bool {
    let own: [Access] =
      switch level.access ?? .labels {
      case .logits: [.logits, .probabilities]
      case let access: [access]
      }
    return cell.attacks.contains { $0.status == .done && own.contains($0.access) }
  }

  /// High where every check passed and two families of attacks agree; a check that did not run or a lone family weakens.
  private func confidence(of cell: CellResult) -> TargetRating.Confidence {
    let weak = results.checks.count { $0.verdict == .notChecked }
    let agreeing = cell.attacks.filter { $0.status == .done && $0.headline?.verdict == cell.verdict }
    let families = Set(agreeing.map { String($0.attack.prefix { $0 != "-" }) })
    let faults = min(weak, 2) + (families.count < 2 ? 1 : 0)
    return faults == 0 ? .high : faults == 1 ? .medium : .low
  }
}
