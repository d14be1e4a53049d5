import Findings
import Study

/// How to make the same numbers again.
struct ReproductionPage: Page {
  /// A dataset as its card describes it.
  struct Dataset: Page {
    let datasetTitle: String
    let records: String
    let subjects: String
    let subject: String
    let features: String
    let classes: String
    let duplicates: Tally
    let population: String
    let digest: String
    let licence: String
    let citation: String
  }

  let engine: String
  let manifestDigest: String
  let hasManifest: Bool
  let command: String
  let seed: String
  let datasets: [Dataset]

  init(_ results: Results, facts: ReproductionFacts) {
    engine = facts.engine
    manifestDigest = facts.manifestDigest
    hasManifest = !facts.manifestDigest.isEmpty
    command = facts.command
    seed = String(results.seed)
    datasets = results.datasets.map { card in
      let cell = results.cells.first { $0.dataset == card.name && $0.status == .done }
      return Dataset(
        datasetTitle: card.title.isEmpty ? card.name : card.title, records: NumberStyle.count(card.records),
        subjects: NumberStyle.count(card.subjects), subject: card.subject,
        features: NumberStyle.count(card.features), classes: NumberStyle.count(card.classes),
        duplicates: Tally(card.duplicatesRemoved),
        population: cell.map { NumberStyle.count($0.population) } ?? NumberStyle.undefined, digest: card.digest,
        licence: card.licence.isEmpty ? say("not stated") : card.licence,
        citation: card.citation.isEmpty ? say("not stated") : card.citation)
    }
  }
}
