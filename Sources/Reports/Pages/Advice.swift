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
  }
}
