import Findings

/// The cells of one dataset and one model, in the order of the results.
struct TargetGroup {
  let dataset: String
  let model: String
  private(set) var cells: [CellResult]
  /// The labels of the cells' defences.
  private(set) var defences: [String]

  /// Groups cells in the order of their first occurrence.
  static func groups(of cells: [CellResult], labels: Labels) -> [TargetGroup] {
    var groups: [TargetGroup] = []
    for cell in cells {
      let model = labels.model(cell)
      let defence = labels.defence(cell)
      if let index = groups.firstIndex(where: { $0.dataset == cell.dataset && $0.model == model }) {
        groups[index].cells.append(cell)
        groups[index].defences.append(defence)
      } else {
        groups.append(TargetGroup(dataset: cell.dataset, model: model, cells: [cell], defences: [defence]))
      }
    }
    return groups
  }

  var undefended: CellResult? { cells.first { $0.defence == Labels.undefended } }

  /// How high above guessing the interval of what is found lies: its lower end over the wrong-accusation rate.
  var strength: Double {
    guard let headline = (undefended ?? cells.first)?.headline?.headline, let point = headline.printed else { return 0 }
    let strength = point.low / point.fprLimit
    return strength.isNaN ? 0 : strength
  }

  var done: [CellResult] { cells.filter { $0.status == .done } }
}
