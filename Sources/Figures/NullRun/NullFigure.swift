public import Findings
import Study

/// What each attack finds where there is nothing to find: memberships redrawn, a panel an attack, a line a combination.
public struct NullFigure: Figure {
  public static let kind = "null"
  public let caption: Caption
  public let table: DataTable
  /// In the registry's order.
  let panels: [Panel]
  /// What the combinations are: `models and defences`, `files`.
  let things: String

  /// One attack.
  struct Panel: Equatable, Sendable {
    let title: String
    /// In the order of the results.
    let runs: [Run]
  }

  /// One attack on one cell.
  struct Run: Equatable, Sendable {
    let dataset: String
    let cell: String
    let redrawn: Estimate
    let p: Double
    /// The same attack on the memberships as they are.
    let real: Estimate?

    /// Whether the interval leaves a coin toss out.
    var strays: Bool { redrawn.low > 0.5 || redrawn.high < 0.5 }
  }

  public static func all(in findings: Findings) -> [NullFigure] { NullFigure(findings).map { [$0] } ?? [] }

  private init?(_ findings: Findings) {
    let words = CellWords(findings: findings)
    let cells = findings.results.cells
    var order: [AttackResult] = []
    for attack in cells.flatMap(\.attacks) where attack.null != nil {
      if !order.contains(where: { $0.id == attack.id }) { order.append(attack) }
    }
    let place = { (attack: AttackResult) in findings.names.series(ofAttack: attack.attack) }
    let attacks = order.enumerated().sorted { (place($0.element), $0.offset) < (place($1.element), $1.offset) }
      .map(\.element)
    panels = attacks.compactMap { attack in
      let runs = cells.compactMap { Self.run(of: attack.id, on: $0, words) }
      guard !runs.isEmpty else { return nil }
      let siblings = attacks.filter { $0.attack == attack.attack }.count
      let title = findings.names.attack(attack.attack).tidied(limit: 40)
      let variant = siblings > 1 ? ROCFigure.variant(attack) : nil
      return Panel(title: variant.map { "\(title), \($0)" } ?? title, runs: runs)
    }
    guard !panels.isEmpty else { return nil }
    things = findings.results.kind == .audit ? say("files") : say("models and defences")
    caption = NullWords(panels: panels, findings: findings).caption
    table = NullTable(panels: panels).table
  }

  private static func run(of attack: String, on cell: CellResult, _ words: CellWords) -> Run? {
    guard let result = cell.attacks.first(where: { $0.id == attack }), let null = result.null, null.auc.isArea
    else { return nil }
    let name =
      "\(words.dataset(cell.dataset)), \(words.model(cell).insideSentence), "
      + words.defence(cell).insideSentence
    return Run(
      dataset: cell.dataset, cell: name, redrawn: null.auc, p: null.p,
      real: result.headline.flatMap { $0.auc.isArea ? $0.auc : nil })
  }
}

extension Estimate {
  /// Whether it can be the area under a curve.
  fileprivate var isArea: Bool { low >= 0 && low <= value && value <= high && high <= 1 }
}
