public import Findings

/// The kinds of files that a figure can be.
public enum Format: String, CaseIterable, Sendable { case png, pdf, svg }

/// A figure's file, in memory: where and how it is written is the caller's business.
public struct FigureFile: Equatable, Sendable {
  public let name: String
  public let bytes: [UInt8]
}

/// Draws figures; looks fonts up once, and is not for use by two threads at once.
public final class Renderer {
  private let typesetter: Typesetter
  package var measure: any TextMeasure { typesetter }

  /// - Throws: ``CanvasError/missingFont(family:found:)`` where Inter is not installed.
  public init() throws(CanvasError) { typesetter = try Typesetter() }

  /// A file that stands alone, with title, subtitle, source line and house mark; the same bytes from run to run.
  public func render(_ figure: any Figure, as format: Format) throws(CanvasError) -> [UInt8] {
    try render(framed(figure), figure.caption, format)
  }

  /// All three files of a figure.
  public func files(of figure: any Figure) throws(CanvasError) -> [FigureFile] {
    let drawing = try framed(figure)
    var files: [FigureFile] = []
    for format in Format.allCases {
      let name = "\(figure.caption.id).\(format.rawValue)"
      files.append(FigureFile(name: name, bytes: try render(drawing, figure.caption, format)))
    }
    return files
  }

  private func framed(_ figure: any Figure) throws(CanvasError) -> Drawing {
    try Frame.around(try figure.drawing(.wide, typesetter), figure.caption, typesetter)
  }

  package func render(_ drawing: Drawing, _ caption: Caption, _ format: Format, theme: Theme = .light)
    throws(CanvasError) -> [UInt8]
  {
    switch format {
    case .png:
      var canvas = try CairoCanvas(pixels: drawing.size, theme: theme, typesetter: typesetter)
      try canvas.draw(drawing)
      return try canvas.png()
    case .pdf:
      var canvas = try CairoCanvas(pdf: drawing.size, title: caption.title, theme: theme, typesetter: typesetter)
      try canvas.draw(drawing)
      return try canvas.pdf()
    case .svg:
      var canvas = SVGCanvas()
      try canvas.draw(drawing)
      let text = canvas.file(id: caption.id, size: drawing.size, title: caption.title, words: caption.words)
      return Array(text.utf8)
    }
  }

  /// The figure for a page: its words, and drawings that carry only marks.
  public func drawn(_ figure: any Figure) throws(CanvasError) -> DrawnFigure {
    let caption = figure.caption
    return DrawnFigure(
      id: caption.id, kind: type(of: figure).kind, cell: caption.cell, dataset: caption.dataset, model: caption.model,
      title: caption.title, subtitle: caption.subtitle, source: caption.source, words: caption.words,
      table: figure.table, svg: try element(figure, .wide), narrowSVG: try element(figure, .narrow))
  }

  private func element(_ figure: any Figure, _ form: Form) throws(CanvasError) -> String {
    let caption = figure.caption
    let drawing = try figure.drawing(form, typesetter)
    var canvas = SVGCanvas()
    try canvas.draw(drawing)
    let id = form == .wide ? caption.id : "\(caption.id)-narrow"
    return canvas.element(id: id, size: drawing.size, title: caption.title, words: caption.words)
  }
}

/// Every figure of the findings, kind by kind.
public func allFigures(in findings: Findings) -> [any Figure] {
  figures.flatMap { kind in kind.all(in: findings) as [any Figure] }
}

/// Every figure of the findings for pages.
///
/// - Throws: ``CanvasError`` where fonts or glyphs are missing.
public func drawn(_ findings: Findings) throws(CanvasError) -> [DrawnFigure] {
  let renderer = try Renderer()
  var drawn: [DrawnFigure] = []
  for figure in allFigures(in: findings) { drawn.append(try renderer.drawn(figure)) }
  return drawn
}

/// The PNG, PDF and SVG files of every figure, one figure after the other.
///
/// - Throws: ``CanvasError`` where fonts or glyphs are missing.
public func files(_ findings: Findings) throws(CanvasError) -> [FigureFile] {
  let renderer = try Renderer()
  var files: [FigureFile] = []
  for figure in allFigures(in: findings) { files += try renderer.files(of: figure) }
  return files
}
