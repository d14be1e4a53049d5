import Findings
import Study

/// What an outsider finds with each kind of answer: by the strongest attack, and by all of them together.
struct LevelTable: Page {
  /// Levels whose attacks are the same.
  struct Row: Page {
    let access: String
    /// `LiRA, online`, or with the quarters of four that chose each.
    let attacks: String
    let auc: Interval
    let share: Interval?
    let rate: String?
    /// Found by any attack of the level, each at an equal part of the same rate.
    let union: Interval?
    /// Wrongly accused by any of them.
    let accused: Interval?
  }

  let rows: [Row]
  let hasRows: Bool
  let operating: OperatingTable?

  /// Nothing where a pool is too small for halves and no threshold could be set beforehand.
  init?(_ cell: CellResult, labels: Labels) {
    var sets: [(levels: [Access], result: StrongestResult)] = []
    for result in cell.strongest {
      if let last = sets.indices.last, sets[last].result.attacks == result.attacks {
        sets[last].levels.append(result.access)
      } else {
        sets.append(([result.access], result))
      }
    }
    rows = sets.map { Row($0.levels, $0.result, cell: cell, labels: labels) }
    hasRows = !rows.isEmpty
    operating = OperatingTable(cell, labels: labels)
    if rows.isEmpty && operating == nil { return nil }
  }
}

extension LevelTable.Row {
  fileprivate init(_ levels: [Access], _ result: StrongestResult, cell: CellResult, labels: Labels) {
    access = Phrase.list(levels.map(Self.answer))
    auc = Interval(auc: result.auc.estimate)
    let point = result.tpr.filter(\.resolved).min { $0.fprLimit < $1.fprLimit }
    attacks = Self.chosen(point?.chosen ?? result.auc.chosen, cell: cell, labels: labels)
    share = point.map { Interval(share: $0.estimate) }
    rate = point.map { NumberStyle.rate($0.fprLimit) }
    let all = point.flatMap { point in result.envelope.first { $0.fprLimit == point.fprLimit } }
    union = all.map { Interval(share: $0.tpr) }
    accused = all.map { Interval(share: $0.fpr) }
  }

  private static func chosen(_ ids: [String], cell: CellResult, labels: Labels) -> String {
    var distinct: [String] = []
    for id in ids where !distinct.contains(id) { distinct.append(id) }
    let titles = distinct.map { id in cell.attacks.first { $0.id == id }.map(labels.attack) ?? id }
    guard distinct.count > 1 else { return titles.first ?? "" }
    return zip(distinct, titles).map { id, title in say("\(title) (\(ids.count { $0 == id }) of \(ids.count))") }
      .joined(separator: "; ")
  }

  private static func answer(_ access: Access) -> String {
    switch access {
    case .labels: "labels"
    case .topK: say("the likeliest classes")
    case .probabilities: "probabilities"
    case .logits: say("raw scores")
    case .weights: say("the weights")
    }
  }
}

/// What the attack fixed beforehand finds at a threshold that was set without the model it judges.
struct OperatingTable: Page {
  /// One rate that the threshold was set for.
  struct Row: Page {
    let rate: String
    let found: Interval
    let accused: Interval
    /// Whether more were wrongly accused than the threshold was set for, beyond chance.
    let isExceeded: Bool
    let worths: [Interval]
  }

  let attack: String
  /// Shares of members among those asked about.
  let priors: [String]
  let rows: [Row]

  init?(_ cell: CellResult, labels: Labels) {
    guard let result = cell.headline, let limit = result.headline?.smallestResolved else { return nil }
    let points = result.operating.filter { $0.fprLimit >= limit }
    guard let first = points.first else { return nil }
    attack = labels.attack(result)
    priors = first.ppv.map { NumberStyle.rate($0.prior) }
    rows = points.map { point in
      Row(
        rate: NumberStyle.rate(point.fprLimit), found: Interval(share: point.tpr), accused: Interval(share: point.fpr),
        isExceeded: point.fpr.low > point.fprLimit, worths: point.ppv.map(Interval.init(worth:)))
    }
  }
}
