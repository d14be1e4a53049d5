import Findings
import Study

/// What to do, in the order of when it is due.
struct PlanPage: Page {
  struct Step: Page {
    /// The remedy's id, for links.
    let remedy: String
    let action: String
    let owner: String
    let days: String
    let compute: String?
    let cost: SpreadText?
    let effect: String
    /// What it did in this study; null where it was not tried on a target that a finding asks it for.
    let measured: MeasuredEffect?
    let doesNot: String
    let strength: String
    let verify: String
    let findings: [String]
    let origin: OriginLine
  }

  /// Steps that are due at one time; one of the flags is true.
  struct Band: Page {
    let isNow: Bool
    let isNextQuarter: Bool
    let isStanding: Bool
    let steps: [Step]
  }

  let bands: [Band]
  let currency: String?
  /// Days to the target of the playbook, of the gravest rating.
  let targetDays: String?
  let rules: [String]
  let first: [Step]

  /// Within so many days, what would be due next quarter is due now.
  private static let soon = 30

  init?(_ findings: Findings, labels: Labels) {
    guard let guidance = findings.guidance, !findings.assessment.findings.isEmpty else { return nil }
    let (assessment, remedies) = (findings.assessment, guidance.remedies)
    let target = assessment.rating.flatMap { remedies.playbook(for: $0) }?.targetDays
    let day = findings.results.date.flatMap { CalendarDate($0) }
    var ids: [String] = []
    for action in assessment.findings.flatMap(\.actions) where !ids.contains(action) { ids.append(action) }
    let steps = ids.compactMap { remedies[$0] }.map { remedy in
      (
        remedy: remedy,
        step: Step(
          remedy: remedy.id, action: remedy.name, owner: remedy.owner,
          days: Self.range(remedy.effort.spread, unit: say("days")),
          compute: Self.compute(remedy),
          cost: assessment.costs?.defences.first { $0.id == remedy.id }.map { SpreadText(money: $0.building) },
          effect: remedy.does, measured: MeasuredEffect(of: remedy, findings: findings, labels: labels),
          doesNot: remedy.doesNot, strength: remedies.meaning(of: remedy.strength) ?? "",
          verify: Phrase.list(remedy.verify),
          findings: assessment.findings.filter { $0.actions.contains(remedy.id) }.map(\.id),
          origin: OriginLine(remedy.effort.origin, day: day))
      )
    }
    guard !steps.isEmpty else { return nil }
    bands = Remedy.Horizon.allCases.compactMap { horizon in
      let due = steps.filter { Self.horizon($0.remedy, target: target) == horizon }.map(\.step)
      return due.isEmpty
        ? nil
        : Band(
          isNow: horizon == .now, isNextQuarter: horizon == .nextQuarter, isStanding: horizon == .standing, steps: due)
    }
    currency = assessment.costs?.currency
    targetDays = target.map(NumberStyle.count)
    rules = remedies.rules.map(\.says)
    first = Array(bands.flatMap(\.steps).prefix(3))
  }

  private static func horizon(_ remedy: Remedy, target: Int?) -> Remedy.Horizon {
    let isSoon = target.map { $0 <= soon } ?? false
    return isSoon && remedy.horizon == .nextQuarter ? .now : remedy.horizon
  }

  private static func range(_ spread: Spread, unit: String) -> String {
    let text = { (value: Double) in NumberStyle.fixed(value, decimals: value == value.rounded() ? 0 : 1) }
    return spread.low == spread.high
      ? "\(text(spread.likely)) \(unit)" : say("\(text(spread.low)) to \(text(spread.high)) \(unit)")
  }

  private static func compute(_ remedy: Remedy) -> String? {
    let spread = remedy.compute.spread
    guard spread.high > 0, remedy.families.contains(where: { [.training, .architecture, .data].contains($0) })
    else { return nil }
    return range(spread, unit: say("times one training"))
  }
}
