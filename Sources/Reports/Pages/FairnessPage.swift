import Findings

/// Whether the test acquits an innocent model.
struct FairnessPage: Page {
  let checks: [CheckLine]
  let nullLines: NullLines?
  let numbers: CheckTable?
  let figures: [FigureBlock]

  init(_ results: Results, targets: [TargetGroup], labels: Labels, figures: [FigureBlock]) {
    checks = results.checks.map(CheckLine.init)
    nullLines = NullLines(results)
    numbers = CheckTable(results, targets: targets, labels: labels)
    self.figures = figures
  }
}

/// The AUCs with redrawn memberships, over all attacks and cells.
struct NullLines: Page {
  let lines: Tally
  let lowest: String
  let highest: String
  /// Lines whose interval excludes 0.5.
  let excluding: Tally
  /// How many would by chance.
  let expected: String

  init?(_ results: Results) {
    let estimates = results.cells.flatMap(\.attacks).compactMap { $0.null?.auc }.filter { !$0.value.isNaN }
    guard let least = estimates.map(\.value).min(), let most = estimates.map(\.value).max() else { return nil }
    lines = Tally(estimates.count)
    lowest = NumberStyle.fixed(least, decimals: 3)
    highest = NumberStyle.fixed(most, decimals: 3)
    excluding = Tally(estimates.filter { $0.low > 0.5 || $0.high < 0.5 }.count)
    let chance = estimates.reduce(0) { $0 + 1 - $1.level }
    expected = NumberStyle.fixed(chance, decimals: chance < 10 ? 1 : 0)
  }
}
