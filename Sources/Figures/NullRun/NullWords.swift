import Findings
import Study

/// What is said round a ``NullFigure``.
struct NullWords {
  let panels: [NullFigure.Panel]
  let findings: Findings

  private var runs: [NullFigure.Run] { panels.flatMap(\.runs) }
  private var strays: Int { runs.count(where: \.strays) }

  /// How many intervals would leave a coin toss out by chance alone.
  private var expected: String {
    let expected = runs.reduce(0) { $0 + 1 - $1.redrawn.level }
    return decimal(expected, places: expected < 1 ? 1 : 0)
  }

  var caption: Caption {
    Caption(
      id: "null-run", title: title,
      subtitle: say("AUC of each attack when who was in training is redrawn at random; 0.5 is a coin toss"),
      source: source, words: words)
  }

  var title: String {
    if findings.results.checks.first(where: { $0.name == "null-run" })?.verdict == .failed {
      return say("With nothing to find, an attack still tells members apart: the test is not fair")
    }
    if strays == 0 { return say("With nothing to find, every attack finds nothing: the test bench is fair") }
    return say(
      "With nothing to find, the attacks find nothing: \(strays) of \(grouped(runs.count)) runs stray, "
        + "\(expected) would by chance")
  }

  private var source: String {
    let cells = panels.map(\.runs.count).max() ?? 0
    let made =
      findings.results.kind == .audit
      ? "" : say(" Pools of \(grouped(findings.results.pool.models)) models.")
    return say(
      "\(cells == 1 ? say("One combination") : say("\(grouped(cells)) combinations")) of data, model and defence.\(made) "
        + "Lines: 95\u{A0}% intervals. Orange: the interval leaves a coin toss out. In earnest: the same attack on "
        + "the memberships as they are.")
  }

  private var words: String {
    let parts = panels.map { panel in
      let values = panel.runs.map(\.redrawn.value)
      let strays = panel.runs.count(where: \.strays)
      return say("\(panel.title): \(NullWords.range(values)) with memberships redrawn")
        + (panel.real.map { say(", \($0) in earnest") } ?? "")
        + say("; \(strays) of \(panel.runs.count) intervals leave 0.5 out.")
    }
    return parts.joined(separator: " ")
  }

  /// `0.497`, `0.49 to 0.51`.
  static func range(_ values: [Double], places: Int = 3) -> String {
    guard let low = values.min(), let high = values.max() else { return "none" }
    let (one, other) = (decimal(low, places: places), decimal(high, places: places))
    return one == other ? one : say("\(one) to \(other)")
  }
}

extension NullFigure.Panel {
  /// The areas of the attack in earnest: `0.53 to 0.83`.
  var real: String? {
    let values = runs.compactMap { $0.real?.value }
    return values.isEmpty ? nil : NullWords.range(values, places: 2)
  }
}
