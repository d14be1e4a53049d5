import Attacks
import Reports
import Study
import Training

/// The English messages of templates and registries, for the catalogue of what a language can say otherwise.
struct MessageListing {
  let lines: [String]

  init(_ templates: TemplateFolder) {
    let cards =
      trainers.map { $0.card } + defences.map { $0.card } + attacks.map { $0.card } + tokenAttacks.map { $0.card }
    lines = templates.messages.union(cards.flatMap { [$0.title, $0.summary] }).sorted()
  }
}
