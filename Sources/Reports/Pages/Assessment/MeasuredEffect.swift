import Findings
import Study

/// What a remedy did in this study: the share found without it and with it, on one target at one rate.
struct MeasuredEffect: Page {
  let target: CellName
  let before: Interval
  let after: Interval
  let rate: String

  /// On the gravest target of a finding that asks for the remedy, where its defence was tried there.
  init?(of remedy: Remedy, findings: Findings, labels: Labels) {
    let cells = findings.results.cells.filter { $0.status == .done }
    for finding in findings.assessment.findings where finding.actions.contains(remedy.id) {
      guard let first = cells.first(where: { $0.id == finding.cells.first }) else { continue }
      let same = cells.filter {
        $0.dataset == first.dataset && $0.model == first.model && $0.parameters.model == first.parameters.model
      }
      guard let bare = same.first(where: { $0.defence == Labels.undefended }),
        let tried = same.first(where: { remedy.testedAs.contains($0.defence) }),
        let before = bare.headline?.headline?.printed, let after = tried.headline?.headline?.printed,
        before.fprLimit == after.fprLimit, bare.headlineAttack == tried.headlineAttack
      else { continue }
      target = CellName(tried, labels: labels)
      self.before = Interval(before)
      self.after = Interval(after)
      rate = NumberStyle.rate(before.fprLimit)
      return
    }
    return nil
  }
}
