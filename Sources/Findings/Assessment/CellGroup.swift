import Study

/// The cells of one model on one dataset, in the order of the results.
struct CellGroup {
  /// The name of the defence that changes nothing.
  static let undefended = "none"
  private(set) var cells: [CellResult]

  var done: [CellResult] { cells.filter { $0.status == .done } }
  var undefended: CellResult? { done.first { $0.defence == Self.undefended } }

  static func groups(of cells: [CellResult]) -> [CellGroup] {
    var groups: [CellGroup] = []
    for cell in cells {
      if let place = groups.firstIndex(where: { $0.holds(cell) }) {
        groups[place].cells.append(cell)
      } else {
        groups.append(CellGroup(cells: [cell]))
      }
    }
    return groups
  }

  private func holds(_ cell: CellResult) -> Bool {
    guard let first = cells.first else { return false }
    return first.dataset == cell.dataset && first.model == cell.model
      && first.parameters.model == cell.parameters.model
  }
}

extension CellResult {
  /// How many times guessing the lower end of the share found is; 0 where there is none.
  var strength: Double {
    guard let point = headline?.headline?.printed else { return 0 }
    let strength = point.low / point.fprLimit
    return strength.isNaN ? 0 : strength
  }
}
