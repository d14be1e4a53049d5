import Findings

/// How the study was made.
struct MethodPage: Page {
  /// An entry of a registry that took part.
  struct Entry: Page {
    let entryTitle: String
    let summary: String
    let entrySource: String
  }

  let isAudit: Bool
  /// Whether attacks could learn from other models.
  let hasReferences: Bool
  let models: String
  let pairs: String
  /// Whether there are too few models to tell leaks that differ between them from none to all.
  let isSmallPool: Bool
  let references: String
  let replicates: String
  /// Further targets on fresh halves.
  let independent: Tally?
  let headlineAttacks: String
  let attackEntries: [Entry]
  let defenceEntries: [Entry]
  let modelEntries: [Entry]

  init(_ findings: Findings, labels: Labels) {
    let results = findings.results
    isAudit = results.kind == .audit
    hasReferences = results.pool.models > 1
    models = NumberStyle.count(results.pool.models)
    pairs = NumberStyle.count(results.pool.models / 2)
    isSmallPool = (2..<Self.largePool).contains(results.pool.models)
    references = NumberStyle.count(max(0, results.pool.models - 2))
    replicates = NumberStyle.count(results.pool.replicates)
    independent = results.pool.independent > 0 ? Tally(results.pool.independent) : nil
    let cells = results.cells
    var headlines: [String] = []
    for attack in cells.compactMap(\.headline).map(labels.attack) where !headlines.contains(attack) {
      headlines.append(attack)
    }
    headlineAttacks = Phrase.list(headlines)
    let names = findings.names
    attackEntries = Self.entries(names.attacks, used: cells.flatMap(\.attacks).map(\.attack))
    defenceEntries = Self.entries(names.defences, used: cells.flatMap(\.defenceParts))
    modelEntries = Self.entries(names.models, used: cells.map(\.model))
  }

  /// Models of a pool from which intervals hold for such leaks too (`make validate`).
  private static let largePool = 32

  private static func entries(_ entries: [Names.Entry], used: [String]) -> [Entry] {
    let used = Set(used)
    return entries.filter { used.contains($0.name) }
      .map { Entry(entryTitle: $0.title, summary: $0.summary, entrySource: $0.source) }
  }
}
