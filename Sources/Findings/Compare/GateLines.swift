import Study

/// The lines that the rules of a gate stand for, before they are adjusted for their number.
struct GateLines {
  let run: ComparedRun
  let comparison: Comparison

  private var results: Results { run.results }

  /// A level of the current run, for each cell and attack that a rule selects.
  func levels(_ rule: Gate.Rule) -> [GateReport.Line] {
    var lines: [GateReport.Line] = []
    for cell in results.cells where cell.status != .skipped && rule.selection.selects(cell) {
      guard cell.status == .done else {
        lines.append(open("the cell failed", rule, cell))
        continue
      }
      lines += rule.figure == .accuracy ? [accuracy(rule, cell)] : attacks(rule, cell)
    }
    return lines.isEmpty ? [nothing(rule)] : lines
  }

  private func accuracy(_ rule: Gate.Rule, _ cell: CellResult) -> GateReport.Line {
    guard let utility = cell.utility else { return open("its accuracy was not measured", rule, cell) }
    return line(rule, cell, nil, utility.accuracy)
  }

  private func attacks(_ rule: Gate.Rule, _ cell: CellResult) -> [GateReport.Line] {
    cell.attacks.filter { rule.selection.selects(attack: $0.attack, id: $0.id, access: $0.access) }.compactMap {
      attack in
      guard let headline = attack.headline else {
        // An attack that nobody named and that could not be run is no evidence either way.
        return rule.selection.attacks.isEmpty ? nil : open("the attack could not be run", rule, cell, attack)
      }
      guard let at = rule.at else { return line(rule, cell, attack, headline.auc) }
      guard let point = headline.tpr.first(where: { $0.fprLimit == at }), point.resolved else {
        return open("there are too few non-members to tell such a rate", rule, cell, attack)
      }
      return line(rule, cell, attack, Estimate(point))
    }
  }

  private func line(
    _ rule: Gate.Rule, _ cell: CellResult, _ attack: AttackResult?, _ level: Estimate
  ) -> GateReport.Line {
    var line = self.line(rule, level.value, level.low, level.high, limit: rule.limit, cell: cell.id, attack: attack?.id)
    let isAbove = level.value > rule.limit
    let side = isAbove ? level.value - level.low : level.high - level.value
    guard level.isUsable else {
      line.outcome = .insufficient
      line.reason = level.value.isFinite ? "its interval has no width" : "it is undefined"
      return line
    }
    let width = side > 0 ? side : level.high - level.low
    let replicates = run.replicates(cell: cell, attack: attack, rule.quantity)
    let freedom = FigureReplicates.freedom(replicates, models: cell.models)
    line.p = ErrorLaw(reach: width, level: level.level, freedom: freedom).p(level.value - rule.limit)
    return decided(line, excess: rule.quantity.sign * (level.value - rule.limit))
  }

  /// A change from base to current, for each difference that a rule selects; verdicts are of one family.
  func changes(_ rules: [Gate.Rule], among differences: [Difference]) -> [GateReport.Line] {
    let selected = rules.map { rule in differences.filter { selects(rule, $0) } }
    var judged = Difference.judged(selected.flatMap { $0 })[...]
    return zip(rules, selected).flatMap { rule, own in
      let lines = judged.prefix(own.count).map { change(rule, $0) } + unmatched(rule)
      judged = judged.dropFirst(own.count)
      return lines.isEmpty ? [nothing(rule)] : lines
    }
  }

  private func selects(_ rule: Gate.Rule, _ one: Difference) -> Bool {
    guard one.quantity == rule.quantity,
      rule.selection.selects(dataset: one.dataset, model: one.model, defence: one.defence)
    else { return false }
    guard let attack = one.attack else { return true }
    return rule.selection.selects(attack: attack, of: one, in: results)
  }

  private func change(_ rule: Gate.Rule, _ difference: Difference) -> GateReport.Line {
    let limit = rule.quantity.sign * rule.limit
    var line = self.line(
      rule, difference.value, difference.low, difference.high, limit: limit, cell: difference.cell,
      attack: difference.attack)
    line.verdict = difference.verdict
    line.smallestVisible = difference.smallestVisible
    line.paired = difference.paired
    guard difference.reason.isEmpty else {
      line.outcome = .insufficient
      line.reason = difference.reason
      return line
    }
    line.p = difference.p(of: limit)
    return decided(line, excess: rule.quantity.sign * (difference.value - limit))
  }

  /// What the base run has and the current one cannot be compared in.
  private func unmatched(_ rule: Gate.Rule) -> [GateReport.Line] {
    comparison.unmatched.filter { one in
      guard one.side != .current,
        rule.selection.selects(dataset: one.dataset, model: one.model, defence: one.defence)
      else { return false }
      guard let attack = one.attack else { return true }
      return rule.figure != .accuracy
        && (one.access.map { rule.selection.selects(attack: attack, id: attack, access: $0) } ?? true)
    }.map { one in
      GateReport.Line(
        insufficient: "not compared: \(one.reason)", rule: rule.line, text: rule.text, cell: one.cell,
        attack: one.attack)
    }
  }

  /// Checks of the study that failed.
  func failedChecks(concernBase: Bool) -> [GateReport.Line] {
    let failed =
      comparison.current.failedChecks.map { ($0, "current") }
      + (concernBase ? comparison.base.failedChecks.map { ($0, "base") } : [])
    return failed.map { name, run in
      GateReport.Line(
        insufficient: "the check failed in the \(run) run, so its numbers cannot be trusted", rule: nil,
        text: "check \(name)")
    }
  }

  private func line(
    _ rule: Gate.Rule, _ value: Double, _ low: Double, _ high: Double, limit: Double, cell: String, attack: String?
  ) -> GateReport.Line {
    GateReport.Line(
      rule: rule.line, text: rule.text, cell: cell, attack: attack, quantity: rule.quantity, value: value, low: low,
      high: high, limit: limit, p: .nan, adjusted: .nan, verdict: nil, smallestVisible: .nan, paired: nil,
      outcome: .insufficient, reason: "")
  }

  /// - Parameter excess: how far beyond the limit the value lies; negative on the good side.
  private func decided(_ line: GateReport.Line, excess: Double) -> GateReport.Line {
    var line = line
    let isHigh = line.quantity?.higherIsWorse ?? true
    let (best, worst) = isHigh ? (line.low, line.high) : (line.high, line.low)
    func breaks(_ value: Double) -> Bool { isHigh ? value > line.limit : value < line.limit }
    if excess <= 0 { line.p = 1 }
    line.outcome = !breaks(worst) ? .passed : breaks(best) ? .failed : .insufficient
    if line.outcome == .insufficient { line.reason = "the interval holds the limit" }
    return line
  }

  private func open(
    _ reason: String, _ rule: Gate.Rule, _ cell: CellResult, _ attack: AttackResult? = nil
  ) -> GateReport.Line {
    GateReport.Line(insufficient: reason, rule: rule.line, text: rule.text, cell: cell.id, attack: attack?.id)
  }

  /// A rule that selects nothing decides nothing.
  private func nothing(_ rule: Gate.Rule) -> GateReport.Line {
    let known = [
      (rule.selection.datasets, results.cells.map(\.dataset)), (rule.selection.models, results.cells.map(\.model)),
      (rule.selection.defences, results.cells.map(\.defence)),
      (rule.selection.attacks, results.cells.flatMap { $0.attacks.flatMap { [$0.attack, $0.id] } }),
    ]
    for (wanted, found) in known {
      let found = Set(found).sorted()
      if let odd = wanted.first(where: { !found.contains($0) }) {
        return GateReport.Line(
          insufficient: "the run has no '\(odd)'\(Nearest.hint(for: odd, in: found))", rule: rule.line, text: rule.text)
      }
    }
    return GateReport.Line(
      insufficient: "the rule selects nothing that both runs measured", rule: rule.line, text: rule.text)
  }
}
