/// A figure as a page needs it: texts that are real text of the page, and drawings that carry only marks.
public struct DrawnFigure: Equatable, Sendable {
  /// File stem and anchor, unique in a report: `german_credit-mlp-none-roc`, `matrix`.
  public let id: String
  /// The figure's kind: `roc`, `tradeoff`, `matrix`.
  public let kind: String
  /// What it shows, where it shows one: ``CellResult/id``, a dataset's name, a model's name.
  public let cell: String?
  public let dataset: String?
  public let model: String?
  public let title: String
  public let subtitle: String
  public let source: String
  /// The figure in words, for those who cannot see it.
  public let words: String
  /// The numbers behind it, where there are any.
  public let table: DataTable?
  /// The drawing 720 px wide, as an `<svg>` element for inlining.
  public let svg: String
  /// A drawing of its own for 350 px, where there is one.
  public let narrowSVG: String?

  public init(
    id: String, kind: String, cell: String?, dataset: String?, model: String?, title: String, subtitle: String,
    source: String, words: String, table: DataTable? = nil, svg: String, narrowSVG: String?
  ) {
    self.id = id
    self.kind = kind
    self.cell = cell
    self.dataset = dataset
    self.model = model
    self.title = title
    self.subtitle = subtitle
    self.source = source
    self.words = words
    self.table = table
    self.svg = svg
    self.narrowSVG = narrowSVG
  }
}
