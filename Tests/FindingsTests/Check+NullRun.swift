import Findings

extension Results.Check {
  /// The null run of lines that stand in no cell.
  init(nullRun lines: [NullResult]) {
    self.init(
      name: "null-run",
      lines: lines.map {
        CheckFigure(
          cell: "", attack: nil, quantity: .auc, value: $0.auc.value, low: $0.auc.low, high: $0.auc.high, p: $0.p)
      })
  }
}
