import Findings

/// One combination of a study by its titles.
struct CellName: Page {
  let cellDataset: String
  let cellModel: String
  /// Null where nothing defends it.
  let cellDefence: String?

  init(_ cell: CellResult, labels: Labels) {
    cellDataset = labels.dataset(cell.dataset)
    cellModel = labels.model(cell)
    cellDefence = cell.defence == Labels.undefended ? nil : labels.defence(cell)
  }
}
