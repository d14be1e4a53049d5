import Findings

/// The table of all cells.
struct GridPage: Page {
  /// The cells of one dataset.
  struct Band: Page {
    let dataset: String
    let rows: [Row]
  }

  /// One cell.
  struct Row: Page {
    let model: String
    let defence: String
    let section: String
    let done: Bool
    let skipped: Bool
    let failed: Bool
    let reason: String?
    let verdict: VerdictMark?
    let found: Found?
    let accuracy: Interval?
  }

  let bands: [Band]
  /// How many columns a row without numbers spans.
  let columns = 5

  init(_ targets: [TargetGroup], labels: Labels) {
    var bands: [(dataset: String, rows: [Row])] = []
    for (index, target) in targets.enumerated() {
      let rows = zip(target.cells, target.defences).map { cell, defence in
        Row(
          model: target.model, defence: defence, section: TargetPage.anchor(index), done: cell.status == .done,
          skipped: cell.status == .skipped, failed: cell.status == .failed, reason: cell.reason,
          verdict: cell.verdict.map(VerdictMark.init), found: Found(cell.headline?.headline),
          accuracy: cell.utility.map { Interval(accuracy: $0.accuracy) })
      }
      if let band = bands.firstIndex(where: { $0.dataset == target.dataset }) {
        bands[band].rows += rows
      } else {
        bands.append((target.dataset, rows))
      }
    }
    self.bands = bands.map { Band(dataset: labels.dataset($0.dataset), rows: $0.rows) }
  }
}
