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
  /// The attack whose numbers stand for the cell's verdict.
  ///
  /// The one fixed beforehand, but where it shows no leak and another does, the one of those that finds most for
  /// certain: a leak is never told with the numbers of an attack that did not find it.
  var shownBy: AttackResult? {
    guard verdict == .leak, headline?.headline?.verdict != .leak else { return headline }
    let showing = attacks.filter { $0.headline?.verdict == .leak }
    return showing.max { Self.certainty($0) < Self.certainty($1) } ?? headline
  }

  /// The lower end of the share found over that of guessing, then the lower end of the area.
  private static func certainty(_ attack: AttackResult) -> (Double, Double) {
    guard let headline = attack.headline else { return (0, 0) }
    let strength = headline.printed.map { $0.low / $0.fprLimit } ?? 0
    return (strength.isNaN ? 0 : strength, headline.auc.low.isNaN ? 0 : headline.auc.low)
  }

  /// How many times guessing the lower end of the share found is; 0 where there is none.
  var strength: Double {
    guard let point = headline?.headline?.printed else { return 0 }
    let strength = point.low / point.fprLimit
    return strength.isNaN ? 0 : strength
  }
}
