import Findings
import Study
import Training

/// The grid as `rollcall plan` prints it.
struct PlanTable {
  struct Row {
    let id: String
    /// Models to train for this cell alone; those that an earlier cell of the plan trains are not counted again.
    let trainings: Int
    let stored: Int
    let note: String
  }

  let rows: [Row]
  private let attacks: [String]

  /// Models of the whole plan, stored ones included.
  var trainings: Int { rows.reduce(0) { $0 + $1.trainings + $1.stored } }

  init(session: Session) throws {
    attacks = CellRun.ids(of: session.manifest.attacks)
    var planned: Set<String> = []
    rows = try session.plan.cells.map { cell in
      guard let study = session.study(of: cell) else {
        return Row(id: cell.id, trainings: 0, stored: 0, note: "skipped: \(session.absence(of: cell) ?? "")")
      }
      do {
        let units = try CellUnits(
          of: cell, in: study, alteration: CellUnits.alteration(for: session.manifest.attacks))
        let own = units.keys.indices.filter { planned.insert(units.keys[$0]).inserted }
        let stored = own.count { units.isStored($0, keep: session.manifest.keep, in: session.storeFolder) }
        let warning = units.pool.first.flatMap { PrivacyPromise(cell, $0.recipe, in: study)?.warning }
        let note = [own.isEmpty ? "uses the models of another cell" : nil, warning.map { "warning: \($0)" }]
          .compactMap { $0 }.joined(separator: "; ")
        return Row(id: cell.id, trainings: own.count - stored, stored: stored, note: note)
      } catch let error as NotApplicable {
        return Row(id: cell.id, trainings: 0, stored: 0, note: "skipped: \(error.reason)")
      }
    }
  }

  /// Columns padded with spaces, and the attacks that every cell meets.
  var text: String {
    let head = ["cell", "to train", "stored", "note"]
    let body = rows.map { [$0.id, String($0.trainings), String($0.stored), $0.note] }
    let total = ["in all", String(rows.reduce(0) { $0 + $1.trainings }), String(rows.reduce(0) { $0 + $1.stored }), ""]
    let lines = [head] + body + [total]
    let widths = head.indices.map { column in lines.map { $0[column].count }.max() ?? 0 }
    return lines.map { line in
      let cells = line.enumerated().map { column, text in
        let pad = String(repeating: " ", count: widths[column] - text.count)
        return column == 1 || column == 2 ? pad + text : text + pad
      }
      return Console.oneLine(cells.joined(separator: "  ")).trimmingTrailingSpaces
    }.joined(separator: "\n") + "\n\nattacks on each cell: " + attacks.joined(separator: ", ")
  }
}

extension String {
  fileprivate var trimmingTrailingSpaces: String {
    var text = Substring(self)
    while text.last == " " { text = text.dropLast() }
    return String(text)
  }
}
