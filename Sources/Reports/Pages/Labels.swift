import Findings
import Study

/// How the parts of a study are called in its report.
///
/// A name that stands there with several parameters is followed by those in which its occurrences differ.
struct Labels {
  /// The defence that changes nothing.
  static let undefended = "none"
  private let names: Names
  private let datasets: [Results.DatasetFacts]
  private let cells: [String: CellResult]
  private let advice: [Recommendation]
  private let models: [String: [Parameters]]
  private let defences: [String: [Parameters]]
  private let attacks: [String: [Parameters]]

  init(_ findings: Findings) {
    names = findings.names
    datasets = findings.results.datasets
    let cells = findings.results.cells
    self.cells = Dictionary(cells.map { ($0.id, $0) }) { first, _ in first }
    advice = findings.results.recommendations
    models = Dictionary(grouping: cells, by: \.model).mapValues { $0.map(\.parameters.model) }
    defences = Dictionary(grouping: cells, by: \.defence).mapValues { $0.map(\.parameters.defence) }
    attacks = Dictionary(grouping: cells.flatMap(\.attacks), by: \.attack).mapValues { $0.map(\.parameters) }
  }

  func facts(_ dataset: String) -> Results.DatasetFacts? { datasets.first { $0.name == dataset } }

  func dataset(_ name: String) -> String {
    let title = facts(name)?.title ?? name
    return title.isEmpty ? name : title
  }

  func cell(_ id: String) -> CellResult? { cells[id] }

  /// What to do about the cell's model, where its pool says.
  func recommendation(of cell: CellResult) -> Recommendation? {
    advice.first { advice in cells[advice.undefended].map(cell.sharesModel) ?? false }
  }

  func model(_ cell: CellResult) -> String {
    label(names.model(cell.model), cell.parameters.model, among: models[cell.model] ?? [])
  }

  /// The family alone, by the registry's name.
  func family(_ name: String) -> String { names.model(name) }

  func defence(_ cell: CellResult) -> String {
    label(names.defence(cell.defence), cell.parameters.defence, among: defences[cell.defence] ?? [])
  }

  func attack(_ result: AttackResult) -> String {
    label(names.attack(result.attack), result.parameters, among: attacks[result.attack] ?? [])
  }

  private func label(_ title: String, _ parameters: Parameters, among all: [Parameters]) -> String {
    let differing = parameters.keys.sorted().filter { key in all.contains { $0[key] != parameters[key] } }
    let settings = differing.map { "\(parameters.spokenName(of: $0)) \(parameters[$0]?.description ?? "")" }
    return ([title] + settings).joined(separator: ", ")
  }
}
