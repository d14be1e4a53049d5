import Findings

/// What is said round a ``MatrixFigure``.
struct MatrixWords {
  let rows: [String]
  let columns: [MatrixFigure.Column]
  let cells: [[MatrixFigure.Content]]
  let findings: Findings

  var caption: Caption {
    Caption(
      id: "matrix", title: title,
      subtitle: "Share of training people found and its 95\(Rates.space)% interval, at the smallest rate of wrong "
        + "accusation that can be told",
      source: source, words: words)
  }

  private var all: [MatrixFigure.Content] { cells.flatMap(\.self) }

  /// The points of the cells that leak; nil where only the order of records gives members away.
  private var leaks: [OperatingPoint?] {
    all.compactMap { if case .leak(let point) = $0 { .some(point) } else { nil } }
  }

  /// The claim, counted over the cells that could be judged.
  var title: String {
    let shown = leaks.count
    let none = all.filter { if case .noLeak = $0 { true } else { false } }.count
    let thin = all.filter { $0 == .insufficient }.count
    let tested = shown + none + thin
    let models = tested == 1 ? "model" : "models"
    if tested == 0 { return "None of \(all.count) \(undefended)models could be tested" }
    if shown == 0 {
      if none == 0 { return "Too little evidence: \(tested) \(undefended)\(models) tested, none could be judged" }
      return thin == 0
        ? "No leak shown by the tested attacks in \(tested) \(undefended)\(models)"
        : "No leak shown in \(none) of \(tested) \(undefended)\(models); too little evidence in \(thin)"
    }
    guard let worst = leaks.compactMap(\.self).max(by: { $0.value < $1.value }) else {
      return "\(shown) of \(tested) \(undefended)\(models) leak who was in their training data"
    }
    let found = Rates.percent(worst.value)
    let rate = "at \(Rates.oneIn(worst.fprLimit)) wrongly accused"
    if tested == 1 { return "The \(undefended)model gives away \(found) of its people \(rate)" }
    return Caption.fitting(
      "\(shown) of \(tested) \(undefended)models leak; the worst gives away \(found) \(rate)",
      "\(shown) of \(tested) \(undefended)models leak; the worst gives away \(found)")
  }

  private var isAudit: Bool { findings.results.kind == .audit }

  /// An audit has no defences to tell apart.
  private var undefended: String { isAudit ? "" : "undefended " }

  private var source: String {
    let targets = findings.results.pool.models
    let made =
      isAudit
      ? "The answers and who was a member are as supplied."
      : "\(grouped(targets)) targets a model, each trained on a random half of the records."
    return made + " Verdicts: corrected for the number of attacks; intervals by bootstrap. The attack that counts was "
      + "fixed beforehand. A leak not shown is no proof that there is none."
  }

  private var words: String {
    var sentences: [String] = []
    for (row, contents) in zip(rows, cells) {
      for (column, content) in zip(columns, contents) {
        if let said = Self.said(content) { sentences.append("\(row) on \(column.title): \(said).") }
      }
    }
    return sentences.joined(separator: " ")
  }

  private static func said(_ content: MatrixFigure.Content) -> String? {
    func found(_ point: OperatingPoint?) -> String {
      guard let point else { return "" }
      return ", \(Rates.estimate(point.value, point.low, point.high)) found at \(Rates.oneIn(point.fprLimit)) wrongly "
        + "accused"
    }
    return switch content {
    case .leak(let point): "leak shown\(found(point))"
    case .noLeak(let point): "no leak shown\(found(point))"
    case .insufficient: "insufficient evidence"
    case .notRun(let what, let reason): "\(what), \(reason)"
    case .absent: nil
    }
  }
}
