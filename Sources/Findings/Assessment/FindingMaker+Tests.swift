import Study

extension FindingMaker {
  /// Defences that lessen one attack and leave another as it was.
  ///
  /// A defended cell counts where an attack that showed a leak without the defence finds less with it (their intervals
  /// lie apart), while another still shows a leak and did not fall (its interval with the defence reaches its lower end
  /// without).
  func masking(_ group: CellGroup) -> [Finding] {
    guard let bare = group.undefended else { return [] }
    return group.done.filter { $0.defence != CellGroup.undefended }.compactMap { masking($0, bare: bare) }
  }

  private func masking(_ cell: CellResult, bare: CellResult) -> Finding? {
    let pairs = cell.attacks.compactMap { attack -> Pair? in
      guard let before = bare.attacks.first(where: { $0.id == attack.id })?.headline, before.verdict == .leak,
        let after = attack.headline, let old = before.printed, let new = after.printed, old.fprLimit == new.fprLimit
      else { return nil }
      return Pair(attack: attack.id, before: old, after: new, isLeak: after.verdict == .leak)
    }
    let blinded = pairs.filter { $0.after.high < $0.before.low }
    let standing = pairs.filter { $0.isLeak && $0.after.high >= $0.before.low }
    guard let weak = blinded.max(by: { $0.before.value - $0.after.value < $1.before.value - $1.after.value }),
      let strong = standing.max(by: { $0.after.low < $1.after.low })
    else { return nil }
    let rating = target(cell)?.rating
    let steps = remedies.steps(for: rating ?? .moderate, model: cell.model)
      .filter { $0.strength != .cosmetic && !$0.testedAs.contains(cell.defence) }
    return finding(
      .masking, cells: [cell],
      evidence: [
        "weak-before": Estimate(weak.before), "weak-after": Estimate(weak.after),
        "strong-after": Estimate(strong.after),
      ], attacks: [weak.attack, strong.attack], actions: steps)
  }

  /// One attack without a defence and with it.
  private struct Pair {
    let attack: String
    let before: OperatingPoint
    let after: OperatingPoint
    let isLeak: Bool
  }

  /// One for each check that failed.
  func failedChecks() -> [Finding] {
    results.checks.filter { $0.verdict == .failed }.map { check in
      let named = Set(check.figures.filter(\.failed).map(\.cell))
      let cells = results.cells.filter { named.contains($0.id) || $0.failedChecks.contains(check.name) }
      let p = check.p.isNaN ? [:] : ["p": Estimate(exactly: check.p)]
      var finding = finding(.checkFailed, cells: cells, evidence: p, actions: [], rated: .inconclusive)
      finding.groups = [check.name]
      return finding
    }
  }

  /// One for all cells that could not be judged for want of people, models or figures.
  func insufficient() -> Finding? {
    let cells = graded(
      results.cells.filter {
        $0.status == .done && $0.verdict == .insufficientEvidence && $0.failedChecks.isEmpty
      })
    guard let first = cells.first else { return nil }
    var evidence: [String: Estimate] = [:]
    if let headline = first.headline?.headline {
      evidence["non-member-subjects"] = Estimate(exactly: Double(headline.nonMemberSubjects))
    }
    return finding(.insufficient, cells: cells, evidence: evidence, actions: [], rated: .inconclusive)
  }
}

extension Guidance {
  /// What results and ratings say, as findings with their actions and references.
  func findings(of results: Results, targets: [TargetRating]) -> [Finding] {
    FindingMaker(results: results, targets: targets, remedies: remedies, frameworks: frameworks).findings()
  }
}
