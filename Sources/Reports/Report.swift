public import Figures
public import Findings

/// The report as one HTML file that needs no script and no network.
public enum Report {
  /// Assembles the page from findings, drawings and templates.
  ///
  /// A pure function: equal arguments give equal bytes. Each figure is placed by its kind and by the cell, dataset or
  /// model that it shows, in the order given, and none is left out.
  ///
  /// - Returns: A document in UTF-8, also well-formed as XML.
  /// - Throws: ``ReportError`` if a template is missing or broken or a drawing is refused.
  public static func html(
    findings: Findings, figures: [DrawnFigure], provenance: ReproductionFacts, templates: TemplateFolder
  ) throws(ReportError) -> String {
    for figure in figures {
      try DrawingCheck.check(figure.svg, figure: figure.id)
      if let narrow = figure.narrowSVG { try DrawingCheck.check(narrow, figure: figure.id) }
    }
    let set = try TemplateSet(templates)
    let page = ReportPage(
      findings: findings.plain, figures: figures.map(\.plain), provenance: provenance.plain,
      stylesheet: try templates.stylesheet())
    return set.render(page)
  }
}
