import Findings
import Study

/// A ROC in numbers: what each attack finds at the rates that a report speaks of.
struct ROCTable {
  let cell: CellResult
  let findings: Findings
  let people: People

  var table: DataTable {
    let results = cell.attacks.filter { $0.status == .done && $0.headline != nil }.sorted {
      findings.names.series(ofAttack: $0.attack) < findings.names.series(ofAttack: $1.attack)
    }
    let limits = Set(results.flatMap { $0.headline?.tpr.map(\.fprLimit) ?? [] }.filter { $0 > 1e-8 && $0 <= 0.5 })
      .sorted()
    var columns = [DataTable.Column(say("Attack"))]
    var cells = results.map { [DataTable.Cell(name($0))] }
    for limit in limits {
      columns.append(
        DataTable.Column(say("At \(Rates.oneIn(limit)) wrongly accused"), unit: RateColumn.unit, isNumber: true))
      let points = results.map { result in result.headline?.tpr.first { $0.fprLimit == limit } }
      for (row, cell) in self.cells(points).enumerated() { cells[row].append(cell) }
    }
    columns.append(DataTable.Column(say("AUC"), unit: say("95\u{A0}% interval"), isNumber: true))
    let areas = results.compactMap { $0.headline?.auc }
    let style = RateColumn(widths: areas.map { $0.high - $0.low }, scale: 1)
    for (row, area) in areas.enumerated() { cells[row].append(style.cell(area)) }
    return DataTable(
      title: say("Share of training \(people.plural) found by each attack"), columns: columns, rows: cells,
      note: say("The whole curves, at most 400 points each, are in curves.json beside the results."))
  }

  /// Attacks of one name are told apart by their ids.
  private func name(_ result: AttackResult) -> String {
    let title = findings.names.attack(result.attack).tidied(limit: 40)
    let siblings = cell.attacks.filter { $0.attack == result.attack }.count
    let chosen = result.id == cell.headlineAttack ? say(", fixed beforehand") : ""
    return (siblings > 1 ? "\(title) (\(result.id.tidied(limit: 60)))" : title) + chosen
  }

  private func cells(_ points: [OperatingPoint?]) -> [DataTable.Cell] {
    let drawable = points.compactMap { $0 }.filter { $0.resolved && $0.isDrawable }
    let style = RateColumn(widths: drawable.map { $0.high - $0.low })
    return points.map { point in
      guard let point else { return DataTable.Cell(say("n/a: not asked for")) }
      guard point.resolved else { return DataTable.Cell(say("n/a: too few \(people.plural) to tell")) }
      return style.cell(point.value, point.low, point.high)
    }
  }
}
