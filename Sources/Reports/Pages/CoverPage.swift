import Findings
import Study

/// The head of the report.
struct CoverPage: Page {
  let study: String
  let title: String?
  let client: String?
  let date: String?
  /// The same as `yyyy-mm-dd`.
  let day: String?
  /// On the cover and every foot; null where the author states none.
  let classification: String?
  let isAudit: Bool
  let brand: BrandBlock?
  let cells: Tally
  let datasets: Tally
  let models: Tally
  let defences: Tally

  init(_ results: Results, document: DocumentControl, targets: [TargetGroup], brand: BrandBlock?) {
    study = results.name
    title = results.report.title.flatMap { $0.isEmpty ? nil : $0 } ?? brand?.title
    client = results.report.client.flatMap { $0.isEmpty ? nil : $0 }
    date = results.date.map(Phrase.date)
    day = results.date.flatMap { Phrase.date($0) == $0 ? nil : $0 }
    classification = document.classification ?? brand?.classification
    self.brand = brand
    isAudit = results.kind == .audit
    cells = Tally(results.cells.count)
    datasets = Tally(Set(results.cells.map(\.dataset)).count)
    models = Tally(Set(targets.map(\.model)).count)
    let defended = targets.flatMap { zip($0.cells, $0.defences).filter { $0.0.defence != Labels.undefended } }
    defences = Tally(Set(defended.map(\.1)).count)
  }
}
