import Findings
import Study

/// What the study leaves open: cells, attacks and access that were not tested.
struct NotTested: Page {
  /// Things with one reason.
  struct Group: Page {
    let reason: String
    let count: Tally
    let items: String
  }

  let skipped: [Group]
  let failed: [Group]
  let unavailable: [Group]
  /// All of ``unavailable``, where they are too many to list on a page of their own.
  let manyUnavailable: Tally?
  /// Attacks of the engine that no cell ran.
  let attacksLeftOut: String?
  /// Whether nothing was tried by someone who holds more than the attacks had.
  let noLogits: Bool
  let noWeights: Bool

  init(_ findings: Findings, labels: Labels) {
    let cells = findings.results.cells
    skipped = Self.cells(cells.filter { $0.status == .skipped }, labels: labels)
    failed = Self.cells(cells.filter { $0.status == .failed }, labels: labels)
    let attacks = cells.flatMap(\.attacks)
    unavailable = Self.groups(
      attacks.filter { $0.status == .unavailable }.map { (reason: $0.reason ?? "", item: labels.attack($0)) })
    manyUnavailable =
      unavailable.count > 2
      ? Tally(Set(attacks.filter { $0.status == .unavailable }.map(labels.attack)).count) : nil
    let run = Set(attacks.filter { $0.status == .done }.map(\.attack))
    let tried = run.union(attacks.map(\.attack))
    let left = findings.names.attacks.filter { !tried.contains($0.name) }.map(\.title)
    attacksLeftOut = left.isEmpty ? nil : Phrase.list(left)
    let access = Set(attacks.filter { $0.status == .done }.map(\.access))
    noWeights = !access.contains(.weights)
    noLogits = noWeights && !access.contains(.logits)
  }

  private static func cells(_ cells: [CellResult], labels: Labels) -> [Group] {
    groups(
      cells.map { cell in
        let parts = [labels.dataset(cell.dataset), labels.model(cell), labels.defence(cell)]
        return (reason: cell.reason ?? say("no reason given"), item: parts.joined(separator: " / "))
      })
  }

  /// In the order of first occurrence; each item once a reason.
  private static func groups(_ lines: [(reason: String, item: String)]) -> [Group] {
    var order: [String] = []
    var items: [String: [String]] = [:]
    for line in lines {
      if items[line.reason] == nil { order.append(line.reason) }
      if items[line.reason]?.contains(line.item) != true { items[line.reason, default: []].append(line.item) }
    }
    return order.map { reason in
      let found = items[reason] ?? []
      return Group(reason: reason, count: Tally(found.count), items: Phrase.list(found))
    }
  }
}
