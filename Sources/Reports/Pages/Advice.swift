import Findings

/// Which defence to take, in the section of a model.
struct Advice: Page {
  let defence: String
  let isDefence: Bool
  let isUndefended: Bool
  let isUnconfirmed: Bool
  let isNone: Bool
  let isInsufficient: Bool
  /// Of four.
  let chosen: String
  let floor: String
  let rate: String
  let kept: String
  let balanced: String
  let found: String
  let undefended: String
  /// Of the attack fixed beforehand, where it could be read at one rate with and without the defence.
  let comparison: Comparison?

  struct Comparison: Page {
    let after: Interval
    let before: Interval
    let isApart: Bool
  }

  init?(_ cell: CellResult, labels: Labels) {
    guard let advice = labels.recommendation(of: cell) else { return nil }
    defence = labels.cell(advice.cell ?? advice.undefended).map(labels.defence) ?? ""
    isDefence = advice.answer == .defence
    isUndefended = advice.answer == .undefended
    isUnconfirmed = advice.answer == .unconfirmed
    isNone = advice.answer == .noneMeetsFloor
    isInsufficient = advice.answer == .insufficientEvidence
    chosen = "\(advice.chosen)"
    floor = NumberStyle.percent(advice.floor)
    rate = NumberStyle.rate(advice.fprLimit)
    kept = NumberStyle.percent(advice.verified?.accuracy ?? .nan)
    balanced = NumberStyle.percent(advice.verified?.balanced ?? .nan)
    found = NumberStyle.percent(advice.verified?.found ?? .nan)
    undefended = NumberStyle.percent(advice.verified?.foundUndefended ?? .nan)
    comparison = Self.comparison(
      advice.cell.flatMap(labels.cell), labels.cell(advice.undefended), limit: advice.fprLimit)
  }

  private static func comparison(_ defended: CellResult?, _ base: CellResult?, limit: Double) -> Comparison? {
    func found(_ cell: CellResult?) -> OperatingPoint? {
      cell?.headline?.headline?.tpr.first { $0.fprLimit == limit && $0.resolved }
    }
    guard defended?.id != base?.id, let after = found(defended), let before = found(base) else { return nil }
    return Comparison(after: Interval(after), before: Interval(before), isApart: after.high < before.low)
  }
}
