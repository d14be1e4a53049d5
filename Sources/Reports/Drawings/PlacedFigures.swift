import Figures
import Findings

/// Where each figure goes, so that each is shown once.
struct PlacedFigures {
  /// The kind of the ROC of one cell.
  private static let curve = "roc"
  /// The kinds that show whether the test is fair.
  private static let fairness: Set<String> = ["null", "null-run"]
  /// The kinds that show what acting costs.
  private static let costs: Set<String> = ["tornado", "cost-ranges"]
  /// The kind that shows what leaks at each level of access.
  private static let access = "access"
  /// The kind that shows how a privacy budget is spent.
  private static let budget = "budget"
  private let figures: [DrawnFigure]
  private let cells: Set<String>
  private let targets: Set<[String]>

  init(_ figures: [DrawnFigure], cells: [CellResult]) {
    self.figures = figures
    self.cells = Set(cells.map(\.id))
    targets = Set(cells.map { [$0.dataset, $0.model] })
  }

  /// Figures of the whole study.
  var summary: [FigureBlock] {
    let elsewhere = Self.fairness.union(Self.costs).union([Self.access, Self.budget])
    return blocks { !isOfTarget($0) && !elsewhere.contains($0.kind) }
  }

  var fairness: [FigureBlock] {
    blocks { !isOfTarget($0) && Self.fairness.contains($0.kind) }
  }

  var sharing: [FigureBlock] { blocks { $0.kind == Self.access } }

  var budgets: [FigureBlock] { blocks { $0.kind == Self.budget } }

  var costs: [FigureBlock] { blocks { Self.costs.contains($0.kind) } }

  /// The figures of the undefended cell, then those of the target as a whole.
  func shown(of target: TargetGroup) -> [FigureBlock] {
    let first = (target.undefended ?? target.cells.first)?.id
    return blocks { $0.cell != nil && $0.cell == first } + blocks { isOfWhole($0, target) }
  }

  /// The figures of the other cells.
  func folded(of target: TargetGroup) -> [FigureBlock] {
    let first = (target.undefended ?? target.cells.first)?.id
    let names = zip(target.cells.map(\.id), target.defences).filter { $0.0 != first }
    return figures.compactMap { figure in
      names.first { $0.0 == figure.cell }.map { FigureBlock(figure, defence: $0.1) }
    }
  }

  private func isOfTarget(_ figure: DrawnFigure) -> Bool {
    if let cell = figure.cell { return cells.contains(cell) }
    guard let dataset = figure.dataset, let model = figure.model else { return false }
    return targets.contains([dataset, model])
  }

  private func isOfWhole(_ figure: DrawnFigure, _ target: TargetGroup) -> Bool {
    figure.cell == nil && figure.dataset == target.dataset && figure.model != nil
      && figure.model == target.cells.first?.model
  }

  private func blocks(_ isWanted: (DrawnFigure) -> Bool) -> [FigureBlock] {
    figures.filter(isWanted).map { FigureBlock($0) }
  }
}
