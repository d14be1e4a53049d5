extension Results.Check {
  /// The verdict over all lines of a check: failed where the smallest Holm-adjusted p is below 0.05.
  ///
  /// Not checked, with an undefined p, where there are none.
  ///
  /// - Parameters:
  ///   - name: such as `null-run`.
  ///   - lines: figures with their p-values as tested, not yet adjusted.
  public init(name: String, lines: [CheckFigure]) {
    let adjusted = Adjustment.holm(lines.map(\.p))
    let least = adjusted.min()
    self.init(
      name: name, verdict: least.map { $0 < Significance.level ? .failed : .passed } ?? .notChecked, p: least ?? .nan,
      lines: lines.count, figures: Self.figures(of: lines, adjusted: adjusted))
  }

  /// Of each cell the line with the smallest p, the first of equals, in the order of the lines.
  private static func figures(of lines: [CheckFigure], adjusted: [Double]) -> [CheckFigure] {
    var cells: [String] = []
    var worst: [String: Int] = [:]
    for (index, line) in lines.enumerated() {
      guard let other = worst[line.cell] else {
        cells.append(line.cell)
        worst[line.cell] = index
        continue
      }
      if line.p < lines[other].p { worst[line.cell] = index }
    }
    return cells.compactMap { worst[$0] }.map { index in
      var figure = lines[index]
      figure.p = adjusted[index]
      figure.failed = figure.p < Significance.level
      return figure
    }
  }

  /// Cells that the check found wanting.
  public var failedCells: [String] { figures.filter(\.failed).map(\.cell) }
}
