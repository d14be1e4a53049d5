import Study

extension RatingRubric {
  /// What an accusation is worth to an attacker, for the least and the greatest share of members asked about.
  struct Worth {
    let low: Double
    let high: Double
    /// Whether a reason is written and a reviewer named, as lowering a rating needs.
    let mayLower: Bool
  }

  /// A grade as a rating, with each rule that applied.
  ///
  /// - Returns: `inconclusive` where the grade is.
  func rating(
    _ grade: LeakageGrade, _ sensitivity: Sensitivity, exposure: ExposureRule, worth: Worth? = nil
  ) -> (rating: Rating, steps: [TargetRating.Step]) {
    var rating = matrix(grade, sensitivity)
    var steps = [
      TargetRating.Step(rule: "matrix", names: [grade.rawValue, sensitivity.rawValue], outcome: rating.rawValue)
    ]
    guard rating != .inconclusive else { return (rating, steps) }
    var shift = exposure.shift
    if let worth, worth.low >= raiseFrom {
      shift += 1
      steps.append(.init(rule: "prior-raise", numbers: ["worth": worth.low, "limit": raiseFrom], outcome: ""))
    } else if let worth, worth.high < lowerBelow, worth.mayLower {
      shift -= 1
      steps.append(.init(rule: "prior-lower", numbers: ["worth": worth.high, "limit": lowerBelow], outcome: ""))
    }
    // Both together count for one step at most.
    shift = max(-1, min(1, shift))
    if exposure.shift != 0 || steps.count > 1 {
      rating = Self.moved(rating, by: shift)
      let net = TargetRating.Step(
        rule: "shift", numbers: ["exposure": Double(exposure.shift), "net": Double(shift)], names: [exposure.id],
        outcome: rating.rawValue)
      steps.append(net)
    }
    for limit in limits where limit.applies(grade, sensitivity) {
      let bounded = limit.bounded(rating)
      guard bounded != rating else { continue }
      rating = bounded
      steps.append(.init(rule: "limit", names: [limit.id], outcome: rating.rawValue))
    }
    for index in steps.indices where steps[index].outcome.isEmpty { steps[index].outcome = rating.rawValue }
    return (rating, steps)
  }

  private static func moved(_ rating: Rating, by steps: Int) -> Rating {
    guard let place = order.firstIndex(of: rating) else { return rating }
    return order[max(0, min(order.count - 1, place + steps))]
  }
}

extension RatingRubric.Limit {
  fileprivate func applies(_ grade: LeakageGrade, _ sensitivity: Sensitivity) -> Bool {
    (grades.isEmpty || grades.contains(grade)) && (sensitivities.isEmpty || sensitivities.contains(sensitivity))
  }

  fileprivate func bounded(_ rating: Rating) -> Rating {
    let order = RatingRubric.order
    guard let place = order.firstIndex(of: rating) else { return rating }
    if let least, let bound = order.firstIndex(of: least), place < bound { return least }
    if let most, let bound = order.firstIndex(of: most), place > bound { return most }
    return rating
  }
}
