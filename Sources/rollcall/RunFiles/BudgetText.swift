import Foundation
import History
import Privacy

/// A plan, or the entries of a ledger, as a table for a terminal.
struct BudgetText {
  let lines: [String]

  init(_ plan: BudgetPlan) {
    let rows = plan.entries.map { entry in
      [
        String(entry.year), entry.stage, entry.mechanism, Self.text(entry.noise), Self.text(entry.rate),
        String(entry.steps), Self.text(entry.increment), Self.text(entry.cumulative), Self.text(entry.alone),
      ]
    }
    let head = ["year", "stage", "mechanism", "noise", "rate", "steps", "epsilon +", "epsilon", "alone"]
    lines =
      Self.table([head] + rows) + [
        "", "The cap is epsilon \(plan.epsilon) at delta \(plan.delta); \(Self.words(plan)).",
      ]
  }

  init(_ entries: [LedgerEntry]) {
    let rows = entries.map { entry in
      [
        String(entry.number), entry.time, entry.stage, entry.mechanism, Self.text(entry.noise), Self.text(entry.rate),
        String(entry.steps), Self.text(entry.epsilon),
      ]
    }
    lines = Self.table([["entry", "time", "stage", "mechanism", "noise", "rate", "steps", "epsilon"]] + rows)
  }

  private static func words(_ plan: BudgetPlan) -> String {
    switch plan.objective {
    case .leastNoise: "the weighted sum of the noises' variances is the least"
    case .equalNoise: "all stages have the same noise"
    case .shares: "each stage's noise weighs on epsilon as its weight says"
    }
  }

  private static func text(_ value: Double) -> String { String(format: "%.4g", value) }

  /// Columns as wide as they need be, two blanks apart.
  private static func table(_ rows: [[String]]) -> [String] {
    let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      let cells = zip(row, widths).map { $0.padding(toLength: $1, withPad: " ", startingAt: 0) }
      return String(cells.joined(separator: "  ").reversed().drop { $0 == " " }.reversed())
    }
  }
}
