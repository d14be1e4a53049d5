import Study

/// One side of a comparison: a run's results, and its replicates where it kept them.
public struct ComparedRun: Sendable {
  public let results: Results
  /// Nil where there are none: then nothing can be paired.
  public let replicates: ReplicateArchive?

  public init(results: Results, replicates: ReplicateArchive?) {
    self.results = results
    self.replicates = replicates
  }

  /// The facts of a cell's dataset; a manifest may use one dataset whole and cut.
  func dataset(of cell: CellResult) -> Results.DatasetFacts? {
    let named = results.datasets.filter { $0.name == cell.dataset }
    return named.first { $0.records == cell.records } ?? named.first
  }

  /// What a dataset is, whatever its file is called.
  func digest(of cell: CellResult) -> String {
    guard let facts = dataset(of: cell) else { return cell.dataset }
    return facts.recordsDigest.isEmpty ? facts.digest : facts.recordsDigest
  }

  /// - Parameter attack: nil for accuracy.
  func replicates(cell: CellResult, attack: AttackResult?, _ quantity: Quantity) -> FigureReplicates? {
    let line = replicates?.lines.first { $0.cell == cell.id && $0.attack == attack?.id }
    return line?.figures.first { $0.quantity == quantity }
  }
}

extension Dictionary where Key == String, Value == ParameterValue {
  /// `a=1 b=2`, by name.
  var recipe: String { keys.sorted().map { "\($0)=\(self[$0]?.description ?? "")" }.joined(separator: " ") }
}

extension CellResult {
  var modelRecipe: String { "\(model) \(parameters.model.recipe)" }
  var defenceRecipe: String { "\(defence) \(parameters.defence.recipe)" }
}

extension AttackResult {
  var recipe: String { "\(attack) \(parameters.recipe)" }
}
