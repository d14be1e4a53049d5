import Findings
import Foundation

/// The figures of a list of scores as `rollcall metrics` prints them: rates in 0...1, a dash for what is undefined.
struct MetricsText {
  let lines: [String]

  init(_ metrics: ScoreMetrics) {
    var lines = [
      "records            \(metrics.members + metrics.nonMembers): \(metrics.members) members, "
        + "\(metrics.nonMembers) non-members",
      "AUC                \(Self.text(metrics.auc)) \(Self.text(metrics.interval)) (DeLong, 95 %)",
      "DeLong variance    \(Self.text(metrics.variance))",
      "advantage          \(Self.text(metrics.advantageMax)) (largest TPR - FPR)",
      "balanced accuracy  \(Self.text(metrics.balancedAccuracyMax)) (largest)",
      "Mann-Whitney U     \(Self.text(metrics.ranks.u)), p \(Self.text(metrics.ranks.pTwoSided)) (two-sided), "
        + "\(Self.text(metrics.ranks.pGreater)) (members higher)",
    ]
    if let p = metrics.ranks.pTwoSidedExact { lines.append("                   p \(Self.text(p)) (two-sided, exact)") }
    lines.append("")
    lines.append(
      Self.row(["FPR limit", "TPR", "FPR", "TP", "FP", "Clopper-Pearson 95 %", "Wilson 95 %", "Clopper-Pearson 99 %"]))
    for (limit, point) in zip(ScoreMetrics.limits, metrics.points) {
      lines.append(
        Self.row([
          limit, Self.text(point.tpr), Self.text(point.fpr), String(point.tp), String(point.fp),
          Self.text(point.exact95), Self.text(point.wilson95), Self.text(point.exact99),
        ]))
    }
    if let two = metrics.comparison { lines += Self.comparison(two) }
    self.lines = lines
  }

  private static func comparison(_ two: ScoreComparison) -> [String] {
    let difference = two.firstAUC - two.secondAUC
    return [
      "", "AUC of score_2     \(text(two.secondAUC))",
      "difference         \(text(difference)) \(text(two.paired?.interval())) (score - score_2, paired DeLong, 95 %)",
      "paired test        z \(text(two.paired?.z)), p \(text(two.paired?.p)) (two-sided)",
    ]
  }

  private static func row(_ fields: [String]) -> String {
    let widths = [11, 9, 9, 8, 8, 22, 22, 22]
    let line = zip(fields, widths).map { $0 + String(repeating: " ", count: max(1, $1 - $0.count)) }.joined()
    return String(line.reversed().drop { $0 == " " }.reversed())
  }

  private static func text(_ value: Double?) -> String {
    guard let value, !value.isNaN else { return "-" }
    return String(format: "%.4g", value)
  }

  private static func text(_ interval: ClosedRange<Double>?) -> String {
    interval.map { "\(text($0.lowerBound)) to \(text($0.upperBound))" } ?? "-"
  }
}
