import Figures
import Foundation

/// A drawing as WeasyPrint needs it: what the page's style sheet says of its classes, written as attributes.
enum PaperDrawing {
  private static let text = "<text class=\""
  private static let weights = ["r": 400, "m": 500, "s": 600, "b": 700]

  static func svg(_ drawing: String, _ colours: Colours) -> String {
    var parts = colours.expandedAttributes(drawing).components(separatedBy: text)
    for index in parts.indices.dropFirst() {
      guard let end = parts[index].firstIndex(of: "\"") else { continue }
      let face = face(of: parts[index][..<end].split(separator: " "))
      parts[index] = "<text \(face)" + parts[index][parts[index].index(after: end)...]
    }
    return parts.joined()
  }

  /// The face of what ``Figures/SVGCanvas`` writes as classes: `r`, `m`, `s` or `b` for the weight, `d` for display.
  private static func face(of classes: [Substring]) -> String {
    let weight = classes.lazy.compactMap { weights[String($0)] }.first ?? 400
    return "font-family=\"\(classes.contains("d") ? "Inter Display" : "Inter")\" font-weight=\"\(weight)\""
  }
}

extension DrawnFigure {
  /// The same figure with drawings for print.
  func onPaper(_ colours: Colours) -> DrawnFigure {
    DrawnFigure(
      id: id, kind: kind, cell: cell, dataset: dataset, model: model, title: title, subtitle: subtitle, source: source,
      words: words, svg: PaperDrawing.svg(svg, colours), narrowSVG: narrowSVG.map { PaperDrawing.svg($0, colours) })
  }
}
