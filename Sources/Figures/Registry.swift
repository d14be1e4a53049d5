/// Every kind of figure, in reading order.
///
/// A new one is a file and a line here.
public let figures: [any Figure.Type] = [
  MatrixFigure.self, ROCFigure.self, ExposureFigure.self, TradeoffFigure.self, AccessFigure.self, CostRangesFigure.self,
  TornadoFigure.self, BudgetFigure.self, NullFigure.self,
]
