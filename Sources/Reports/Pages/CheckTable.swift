import Findings
import Study

/// The numbers of all checks: a row for each combination, a column for each check that was made.
struct CheckTable: Page {
  /// The cells of one dataset.
  struct Band: Page {
    let dataset: String
    let rows: [Row]
  }

  /// One cell.
  struct Row: Page {
    let model: String
    let defence: String
    let entries: [Entry]
  }

  /// The number of a check for a cell; without a number, it was not tested there.
  struct Entry: Page {
    let number: Interval?
    /// A rate in words, where the number is one.
    let rate: String?
    let isUnresolved: Bool
    let failed: Bool
    let attack: String?
    let trainAccuracy: Bool
    let testAccuracy: Bool
    let trainConfidence: Bool
    let testConfidence: Bool
    /// The quarter of a quantile: `25`.
    let quarter: String?

    init(_ figure: CheckFigure?, attack: String?) {
      let quantity = figure?.quantity
      isUnresolved = quantity == .smallestRate && figure?.value.isNaN == true
      rate = quantity == .smallestRate && !isUnresolved ? figure.map { NumberStyle.rate($0.value) } : nil
      number = quantity == .smallestRate ? nil : figure.map(Interval.init)
      failed = figure?.failed ?? false
      self.attack = rate == nil ? attack : nil
      trainAccuracy = quantity == .trainAccuracy
      testAccuracy = quantity == .testAccuracy
      trainConfidence = [.trainConfidence25, .trainConfidence50, .trainConfidence75].contains(quantity)
      testConfidence = [.testConfidence25, .testConfidence50, .testConfidence75].contains(quantity)
      quarter = trainConfidence || testConfidence ? quantity.map { String($0.rawValue.suffix(2)) } : nil
    }
  }

  let columns: [CheckLine]
  /// Cells of a row, the names' two among them.
  let width: Int
  let bands: [Band]

  /// Nothing where no check has a number.
  init?(_ results: Results, targets: [TargetGroup], labels: Labels) {
    let checks = results.checks.filter { !$0.figures.isEmpty }
    guard !checks.isEmpty else { return nil }
    columns = checks.map(CheckLine.init)
    width = checks.count + 2
    var bands: [(dataset: String, rows: [Row])] = []
    for target in targets {
      let rows = zip(target.cells, target.defences).filter { $0.0.status == .done }.map { cell, defence in
        Row(
          model: target.model, defence: defence,
          entries: checks.map { check in
            let figure = check.figures.first { $0.cell == cell.id }
            let attack = cell.attacks.first { $0.id == figure?.attack }
            return Entry(figure, attack: attack.map(labels.attack))
          })
      }
      if let band = bands.firstIndex(where: { $0.dataset == target.dataset }) {
        bands[band].rows += rows
      } else {
        bands.append((target.dataset, rows))
      }
    }
    self.bands = bands.filter { !$0.rows.isEmpty }.map { Band(dataset: labels.dataset($0.dataset), rows: $0.rows) }
  }
}

extension Interval {
  /// The number of a check.
  init(_ figure: CheckFigure) {
    switch figure.quantity {
    case .trainAccuracy, .testAccuracy:
      self = .percent(figure.value, figure.low, figure.high, level: 0.95, reason: say("no record"))
    default: self = .plain(figure.value, figure.low, figure.high, level: 0.95, reason: say("nothing to compare"))
    }
  }
}
