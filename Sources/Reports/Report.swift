public import Figures
public import Findings

/// The report as one HTML file that needs no script and no network, and as the page that a PDF is made of.
public enum Report {
  /// Assembles the page from findings, drawings and templates.
  ///
  /// A pure function of its arguments and of the language spoken: equal ones give equal bytes. Each figure is placed by its kind and by the cell, dataset or
  /// model that it shows, in the order given, and none is left out.
  ///
  /// - Parameter brand: Under whose name it goes out; nil for none.
  /// - Returns: A document in UTF-8, also well-formed as XML.
  /// - Throws: ``ReportError`` if a template is missing or broken or a drawing is refused.
  public static func html(
    findings: Findings, figures: [DrawnFigure], provenance: ReproductionFacts, templates: TemplateFolder,
    brand: Brand? = nil
  ) throws(ReportError) -> String {
    try check(figures)
    let templates = templates.spoken
    let brand = try brand.map { brand throws(ReportError) in try BrandStyle(brand, templates: templates) }
    let page = ReportPage(
      findings: findings.plain, figures: figures.map(\.plain), provenance: provenance.plain,
      style: try templates.pageStyle(brand), brand: brand.map(BrandBlock.init))
    return try TemplateSet(templates).render(page)
  }

  /// Assembles the page that WeasyPrint makes a PDF of: the same sections in a form for A4.
  ///
  /// Every colour is written out and drawings carry their own faces, because WeasyPrint 57 reads neither custom
  /// properties nor the style sheet of the page inside a drawing.
  ///
  /// Where there are more than ``mostPrintedTargets`` targets, those that leak most have a section of their own.
  ///
  /// - Throws: As ``html(findings:figures:provenance:templates:brand:)``.
  public static func printPage(
    findings: Findings, figures: [DrawnFigure], provenance: ReproductionFacts, templates: TemplateFolder,
    brand: Brand? = nil
  ) throws(ReportError) -> String {
    try check(figures)
    let templates = templates.spoken
    let brand = try brand.map { brand throws(ReportError) in try BrandStyle(brand, templates: templates) }
    let colours = try Colours(templates).replacing(brand?.light ?? [:])
    let paper = try templates.onPaper(colours)
    let page = ReportPage(
      findings: findings.plain, figures: figures.map { $0.plain.onPaper(colours) }, provenance: provenance.plain,
      style: try paper.printStyle(brand), brand: brand.map(BrandBlock.init), mostTargets: mostPrintedTargets)
    return try TemplateSet(paper).render(page)
  }

  /// Five pages each: beyond, a reader on paper is lost.
  public static let mostPrintedTargets = 16

  private static func check(_ figures: [DrawnFigure]) throws(ReportError) {
    for figure in figures {
      try DrawingCheck.check(figure.svg, figure: figure.id)
      if let narrow = figure.narrowSVG { try DrawingCheck.check(narrow, figure: figure.id) }
    }
  }
}
