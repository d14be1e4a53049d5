import Study

extension Gate.Rule {
  var quantity: Quantity {
    switch figure {
    case .auc: .auc
    case .tpr: .tpr(limit: at ?? 1)
    case .accuracy: .accuracy
    }
  }

  /// `auc at most 0.6`, `tpr@0.01 rises by at most 0.02`.
  var text: String {
    let bound =
      switch (kind, figure) {
      case (.level, .accuracy): "at least"
      case (.level, _): "at most"
      case (.change, .accuracy): "falls by at most"
      case (.change, _): "rises by at most"
      }
    return "\(quantity.name) \(bound) \(ParameterValue.number(limit))"
  }
}

extension Quantity {
  /// 1 where a larger number is the worse one, else -1.
  var sign: Double { higherIsWorse ? 1 : -1 }
}

extension Gate.Selection {
  func selects(_ cell: CellResult) -> Bool {
    selects(dataset: cell.dataset, model: cell.model, defence: cell.defence)
  }

  func selects(dataset: String, model: String, defence: String) -> Bool {
    (datasets.isEmpty || datasets.contains(dataset)) && (models.isEmpty || models.contains(model))
      && (defences.isEmpty || defences.contains(defence))
  }

  /// - Parameters:
  ///   - attack: its name.
  ///   - id: what a run calls it, with parameters where the name stands more than once.
  func selects(attack: String, id: String, access given: Access) -> Bool {
    (attacks.isEmpty || attacks.contains(attack) || attacks.contains(id)) && (access.isEmpty || access.contains(given))
  }

  /// Whether a difference's attack is selected.
  func selects(attack id: String, of difference: Difference, in results: Results) -> Bool {
    let cell = results.cells.first { $0.id == difference.cell }
    let name = cell?.attacks.first { $0.id == id }?.attack ?? id
    return selects(attack: name, id: id, access: difference.access ?? .logits)
  }
}
