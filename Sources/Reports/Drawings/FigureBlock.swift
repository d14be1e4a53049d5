import Figures

/// A figure on the page: real text around a drawing.
package struct FigureBlock: Page {
  let figureID: String
  let figureTitle: String
  let subtitle: String
  let source: String
  let words: String
  let drawing: String
  let narrowDrawing: String?
  /// Whose figure it is, where it stands among those of several defences.
  let defence: String?

  init(_ figure: DrawnFigure, defence: String? = nil) {
    self.defence = defence
    figureID = "figure-" + figure.id
    figureTitle = figure.title
    subtitle = figure.subtitle
    source = figure.source
    words = figure.words
    drawing = figure.svg
    narrowDrawing = figure.narrowSVG
  }
}
