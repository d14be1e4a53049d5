import Attacks
import Findings
import Study
import Training

/// The registries as the manifest decoder, the report and `rollcall list` need them.
enum Registries {
  static func catalogue(datasets: [String]) -> Catalogue {
    Catalogue(datasets: datasets, models: trainers, defences: defences, attacks: attacks)
  }

  /// Titles and sources for text.
  static var names: Names {
    Names(
      models: trainers.map { entry($0.name, $0.card) } + [ClientModel.entry],
      defences: defences.map { entry($0.name, $0.card) },
      attacks: attacks.map { entry($0.name, $0.card) })
  }

  /// The same for results that may be an audit's of tokens: a study names attacks of its own kind alone.
  static func names(for results: Results) -> Names {
    let ofTokens = tokenAttacks.map { entry($0.name, $0.card) }
    let isOfTokens = results.cells.flatMap(\.attacks).contains { attack in
      ofTokens.contains { $0.name == attack.attack }
    }
    return isOfTokens ? Names(models: names.models, defences: names.defences, attacks: ofTokens) : names
  }

  /// Attack names, the strongest published first.
  static var attackOrder: [String] { attacks.map { $0.name } }

  /// Names of attacks on tokens, likewise.
  static var tokenOrder: [String] { tokenAttacks.map { $0.name } }

  private static func entry(_ name: String, _ card: Card) -> Names.Entry {
    Names.Entry(name: name, title: card.title, summary: card.summary, source: card.source)
  }
}
