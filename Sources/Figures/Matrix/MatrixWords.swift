import Findings
import Study

/// What is said round a ``MatrixFigure``.
struct MatrixWords {
  let rows: [String]
  let columns: [MatrixFigure.Column]
  let cells: [[MatrixFigure.Content]]
  let findings: Findings

  var caption: Caption {
    Caption(
      id: "matrix", title: title,
      subtitle: say(
        "Share of training people found and its 95\u{A0}% interval, at the smallest rate of wrong "
          + "accusation that can be told") + (ratings.isEmpty ? "" : say(", and the rating that follows")),
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
    let thin = all.filter { if case .insufficient = $0 { true } else { false } }.count
    guard ratings.isEmpty, unclear == 0 else { return rated(of: ratings.count + unclear + thin) }
    let tested = shown + none + thin
    let models = tested == 1 ? say("model") : say("models")
    if tested == 0 { return say("None of \(all.count) \(undefended)models could be tested") }
    if shown == 0 {
      if none == 0 { return say("Too little evidence: \(tested) \(undefended)\(models) tested, none could be judged") }
      return thin == 0
        ? say("No leak shown by the tested attacks in \(tested) \(undefended)\(models)")
        : say("No leak shown in \(none) of \(tested) \(undefended)\(models); too little evidence in \(thin)")
    }
    guard let worst = leaks.compactMap(\.self).max(by: { $0.value < $1.value }) else {
      return say("\(shown) of \(tested) \(undefended)\(models) leak who was in their training data")
    }
    let found = Rates.percent(worst.value)
    let rate = say("at \(Rates.oneIn(worst.fprLimit)) wrongly accused")
    if tested == 1 { return say("The \(undefended)model gives away \(found) of its people \(rate)") }
    return Caption.fitting(
      say("\(shown) of \(tested) \(undefended)models leak; the worst gives away \(found) \(rate)"),
      say("\(shown) of \(tested) \(undefended)models leak; the worst gives away \(found)"))
  }

  private var ratings: [Rating] { all.compactMap(\.rating).filter { $0 != .inconclusive } }
  /// Measured, and rated neither way.
  private var unclear: Int { all.compactMap(\.rating).count - ratings.count }

  /// The claim where the assessment rates the models.
  private func rated(of tested: Int) -> String {
    let models = tested == 1 ? say("model") : say("models")
    let grave = ratings.filter { [.critical, .high].contains($0) }.count
    let order: [Rating] = [.critical, .high, .moderate, .low, .minimal]
    if ratings.isEmpty {
      return say(
        "No rating could be given to \(tested) \(undefended)\(models) that \(tested == 1 ? say("was") : say("were")) tested"
      )
    }
    guard grave > 0 else {
      let worst = order.first(where: ratings.contains) ?? .minimal
      return tested == ratings.count
        ? say("No \(undefended)model of \(tested) rates above \(worst.said)")
        : say(
          "No \(undefended)model rates above \(worst.said); \(tested - ratings.count) of \(tested) could not be judged")
    }
    let word =
      ratings.contains(.critical) ? ratings.contains(.high) ? say("Critical or High") : say("Critical") : say("High")
    let claim = say("\(grave) of \(tested) \(undefended)\(models) \(grave == 1 ? say("rates") : say("rate")) \(word)")
    guard let worst = all.compactMap(\.point).max(by: { $0.value < $1.value }) else { return claim }
    let found = say("the worst gives away \(Rates.percent(worst.value))")
    return Caption.fitting(
      say("\(claim); \(found) at \(Rates.oneIn(worst.fprLimit)) wrongly accused"), "\(claim); \(found)", claim)
  }

  private var isAudit: Bool { findings.results.kind == .audit }

  /// An audit has no defences to tell apart.
  private var undefended: String { isAudit ? "" : say("undefended ") }

  private var source: String {
    let targets = findings.results.pool.models
    let made =
      isAudit
      ? say("The answers and who was a member are as supplied.")
      : say("\(grouped(targets)) targets a model, each trained on a random half of the records.")
    guard ratings.isEmpty else {
      return made
        + say(
          " Rating by the project's rubric: leakage grade from the lower end of the interval, sensitivity of "
            + "the data, exposure. No regulator sets such thresholds.")
    }
    return made
      + say(
        " Verdicts: corrected for the number of attacks; intervals by bootstrap. The attack that counts was "
          + "fixed beforehand. A leak not shown is no proof that there is none.")
  }

  private var words: String {
    var sentences: [String] = []
    for (row, contents) in zip(rows, cells) {
      for (column, content) in zip(columns, contents) {
        if let said = Self.said(content) { sentences.append(say("\(row) on \(column.title): \(said).")) }
      }
    }
    return sentences.joined(separator: " ")
  }

  private static func said(_ content: MatrixFigure.Content) -> String? {
    func found(_ point: OperatingPoint?) -> String {
      guard let point else { return "" }
      return say(
        ", \(Rates.estimate(point.value, point.low, point.high)) found at \(Rates.oneIn(point.fprLimit)) wrongly "
          + "accused")
    }
    return switch content {
    case .leak(let point): say("leak shown\(found(point))")
    case .noLeak(let point): say("no leak shown\(found(point))")
    case .rated(let rating, let point): say("rated \(rating.said)\(found(point))")
    case .insufficient(let isCheckFailed):
      isCheckFailed ? say("insufficient evidence, as a check of the test failed") : say("insufficient evidence")
    case .notRun(let what, let reason): "\(what), \(reason)"
    case .absent: nil
    }
  }
}
