import Study

extension RatingRubric {
  /// The grade of what one attack measured, with the criteria that reached it.
  func grade(_ measured: LevelRating.Measured) -> (grade: LeakageGrade, steps: [TargetRating.Step]) {
    let ratio = measured.rate.map { $0.found.low / $0.fprLimit }
    for rule in grades {
      var steps: [TargetRating.Step] = []
      if let rate = measured.rate, let ratio, ratio >= rule.ratio {
        let numbers = ["found": rate.found.low, "rate": rate.fprLimit, "ratio": ratio, "limit": rule.ratio]
        steps.append(.init(rule: "grade-ratio", numbers: numbers, outcome: rule.grade.rawValue))
      }
      if measured.auc.low >= rule.auc {
        let numbers = ["auc": measured.auc.low, "limit": rule.auc]
        steps.append(.init(rule: "grade-auc", numbers: numbers, outcome: rule.grade.rawValue))
      }
      if !steps.isEmpty { return (rule.grade, steps) }
    }
    return none(measured)
  }

  /// Nothing found needs an upper end: a rate that is not resolved, or one that may be high, decides nothing.
  private func none(_ measured: LevelRating.Measured) -> (grade: LeakageGrade, steps: [TargetRating.Step]) {
    guard let rate = measured.rate else { return (.inconclusive, [.init(rule: "no-rate", outcome: "Inconclusive")]) }
    let limit = rate.fprLimit + mostAboveRate
    let numbers = [
      "high": rate.found.high, "limit": limit, "auc-low": measured.auc.low, "auc-high": measured.auc.high,
    ]
    let isNone = measured.auc.low <= 0.5 && measured.auc.high >= 0.5 && rate.found.high <= limit
    let grade: LeakageGrade = isNone ? .g0 : .inconclusive
    return (grade, [.init(rule: isNone ? "grade-none" : "too-small", numbers: numbers, outcome: grade.rawValue)])
  }

  /// The grade of the groups that are large enough: the gravest, if it is graver than `grade`.
  func groupStep(_ exposure: Exposure?, above grade: LeakageGrade) -> TargetRating.Step? {
    guard let exposure else { return nil }
    var best: TargetRating.Step?
    var place = grades.firstIndex { $0.grade == grade } ?? grades.count
    for group in exposure.partitions.flatMap(\.groups) where group.records >= leastGroup {
      let ratio = group.found.low / exposure.fprLimit
      guard let own = grades.firstIndex(where: { ratio >= $0.ratio }), own < place else { continue }
      place = own
      let numbers = ["found": group.found.low, "rate": exposure.fprLimit, "ratio": ratio, "limit": grades[own].ratio]
      best = .init(rule: "grade-group", numbers: numbers, outcome: grades[own].grade.rawValue)
    }
    return best
  }
}
