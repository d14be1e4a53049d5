import Findings
import Study

/// How cells and what was used for them are called in captions.
struct CellWords {
  let findings: Findings
  /// Names from a user's files are cut at this many characters.
  static let longestName = 60

  func dataset(_ name: String) -> String {
    let title = findings.results.datasets.first { $0.name == name }?.title ?? ""
    return (title.isEmpty ? name : title).tidied(limit: Self.longestName)
  }

  /// The family, and the parameters in which it differs from its namesakes in the run.
  func model(_ cell: CellResult) -> String {
    let others = findings.results.cells.filter { $0.model == cell.model }.map(\.parameters.model)
    return Self.named(findings.names.model(cell.model), cell.parameters.model, among: others)
  }

  /// The defence, and the parameters in which it differs from its namesakes on the same model.
  func defence(_ cell: CellResult) -> String {
    if cell.isUndefended { return say("No defence") }
    return Self.named(findings.names.defence(cell.defence), cell.parameters.defence, among: settings(of: cell))
  }

  /// The parameters alone: `ε = 4`; nil where the defence has only one setting here.
  func setting(_ cell: CellResult) -> String? {
    Self.difference(cell.parameters.defence, among: settings(of: cell))
  }

  private func settings(of cell: CellResult) -> [Parameters] {
    findings.results.cells.filter {
      $0.dataset == cell.dataset && $0.model == cell.model && $0.defence == cell.defence
        && $0.parameters.model == cell.parameters.model
    }.map(\.parameters.defence)
  }

  private static func named(_ title: String, _ own: Parameters, among all: [Parameters]) -> String {
    let title = title.tidied(limit: longestName)
    return difference(own, among: all).map { "\(title), \($0)" } ?? title
  }

  private static func difference(_ own: Parameters, among all: [Parameters]) -> String? {
    let names = Set(all.flatMap(\.keys)).sorted().filter { name in all.contains { $0[name] != own[name] } }
    guard !names.isEmpty else { return nil }
    return names.prefix(3).map { name in
      let spoken = own.spokenName(of: name)
      let word = spoken == "epsilon" ? "ε" : spoken.replacing(/[A-Z]/) { " " + $0.output.lowercased() }
      return "\(word) = \(own[name]?.description ?? say("none"))".tidied(limit: 30)
    }.joined(separator: ", ")
  }

  /// `32 targets, 900 records`.
  func targets(_ cell: CellResult) -> String {
    let targets = cell.headline?.targets.count ?? cell.models
    let records = cell.records - cell.population
    return say("\(grouped(targets)) \(targets == 1 ? say("target") : say("targets")) × \(grouped(records)) records")
  }
}

extension String {
  /// `random forest` of `Random forest`; `LiRA` and `MLP` stay.
  var insideSentence: String {
    let rest = dropFirst()
    guard let first, first.isUppercase, rest.first?.isLowercase ?? false, !rest.contains(where: \.isUppercase)
    else { return self }
    return first.lowercased() + rest
  }
}
