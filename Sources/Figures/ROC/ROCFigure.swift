public import Findings
import Study

/// How many members each attack finds, by how many others it wrongly accuses: both logarithmic, one curve an attack.
///
/// Leaks that hurt live at the left edge, where an attacker is sure of few and wrong about none; an ordinary ROC hides
/// exactly that part.
/// - Source: the log-log ROC of Carlini et al. 2022, arXiv:2112.03570.
public struct ROCFigure: Figure {
  public static let kind = "roc"
  public let caption: Caption
  public let table: DataTable
  /// In the registry's order.
  let traces: [Trace]
  /// Where the attack fixed beforehand is read, ascending by rate.
  let points: [OperatingPoint]
  let people: People

  /// One attack's curve.
  struct Trace: Equatable, Sendable {
    let title: String
    /// What the attacker receives.
    let needs: String
    /// How this one differs from others of its name.
    let variant: String?
    let curve: Curve
    /// Nil where the curve is one of the many in grey.
    let series: Int?
    let isHeadline: Bool
  }

  /// More lines in colour than this cannot be told apart at a glance.
  static let mostColours = 5

  public static func all(in findings: Findings) -> [ROCFigure] {
    findings.results.cells.compactMap { ROCFigure($0, findings) }
  }

  private init?(_ cell: CellResult, _ findings: Findings) {
    guard cell.status == .done else { return nil }
    traces = Self.traces(of: cell, findings)
    guard !traces.isEmpty else { return nil }
    people = People(of: cell.dataset, in: findings.results)
    points = Self.points(of: cell)
    table = ROCTable(cell: cell, findings: findings, people: people).table
    caption = ROCWords(cell: cell, findings: findings, people: people, traces: traces, points: points).caption
  }

  /// The strict and the lenient point where they are resolved, and the printed one.
  private static func points(of cell: CellResult) -> [OperatingPoint] {
    guard let headline = cell.headline?.headline else { return [] }
    return headline.tpr.filter { point in
      let named = point.fprLimit == 0.001 || point.fprLimit == 0.01 || point.fprLimit == headline.smallestResolved
      return named && point.resolved && point.isDrawable && point.fprLimit < 0.5 && point.value > 0
    }.sorted { $0.fprLimit < $1.fprLimit }
  }

  private static func traces(of cell: CellResult, _ findings: Findings) -> [Trace] {
    let order = { (result: AttackResult) in findings.names.series(ofAttack: result.attack) }
    let drawn = cell.attacks.enumerated().compactMap { index, result -> (AttackResult, Curve, Int)? in
      guard result.status == .done, let headline = result.headline,
        let curve = findings.curves.curve(cell: cell.id, attack: result.id)?.resolved(headline.smallestResolved)
      else { return nil }
      return (result, curve, index)
    }.sorted { (order($0.0), $0.2) < (order($1.0), $1.2) }
    let colours = series(
      drawn.map { ($0.0.id == cell.headlineAttack, order($0.0), strength($0.1, at: cell.headline?.headline)) })
    return zip(drawn, colours).map { entry, series in
      let (result, curve, _) = entry
      let siblings = cell.attacks.filter { $0.attack == result.attack }.count
      return Trace(
        title: findings.names.attack(result.attack).tidied(limit: 40),
        needs: needs(result.access), variant: siblings > 1 ? variant(result) : nil, curve: curve, series: series,
        isHeadline: result.id == cell.headlineAttack)
    }
  }

  /// What an attack finds where the headline is read.
  private static func strength(_ curve: Curve, at headline: Headline?) -> Double {
    let rate = headline?.smallestResolved ?? 0.1
    let index = curve.fpr.lastIndex { $0 <= rate * (1 + 1e-9) } ?? 0
    return curve.tpr[index]
  }

  /// A colour for the headline and for the strongest others; each its own of the registry unless that is taken.
  package static func series(_ entries: [(isHeadline: Bool, order: Int, strength: Double)]) -> [Int?] {
    let ranked = entries.indices.sorted {
      let (one, other) = (entries[$0], entries[$1])
      if one.isHeadline != other.isHeadline { return one.isHeadline }
      return one.strength != other.strength ? one.strength > other.strength : $0 < $1
    }
    var series = [Int?](repeating: nil, count: entries.count)
    var taken: Set<Int> = []
    for index in ranked.prefix(mostColours) {
      var colour = entries[index].order % Ink.series
      while taken.contains(colour) { colour = (colour + 1) % Ink.series }
      taken.insert(colour)
      series[index] = colour
    }
    return series
  }

  private static func needs(_ access: Access) -> String {
    switch access {
    case .labels: say("answers, no scores")
    case .topK: say("top answers, with scores")
    case .probabilities: say("answers with scores")
    case .logits: say("raw scores")
    case .weights: say("the model itself")
    }
  }

  /// `variance residual` of `lira-online-variance-residual`.
  static func variant(_ result: AttackResult) -> String? {
    let tail = result.id.hasPrefix(result.attack) ? result.id.dropFirst(result.attack.count) : Substring(result.id)
    let words = tail.split(whereSeparator: { "-_ ,=()".contains($0) }).joined(separator: " ")
    return words.isEmpty ? nil : words.tidied(limit: 40)
  }
}

extension Curve {
  /// The part from the smallest resolved rate on; nil where there is none to draw.
  func resolved(_ smallest: Double?) -> Curve? {
    guard let smallest, fpr.count == tpr.count, fpr.count == low.count, fpr.count == high.count else { return nil }
    let kept = fpr.indices.filter { index in
      let rates = [fpr[index], tpr[index], low[index], high[index]]
      return rates.allSatisfy { $0 >= 0 && $0 <= 1 } && fpr[index] > 0 && fpr[index] >= smallest * (1 - 1e-9)
    }
    guard kept.count > 1, zip(kept, kept.dropFirst()).allSatisfy({ fpr[$0] <= fpr[$1] }) else { return nil }
    return Curve(
      cell: cell, attack: attack, fpr: kept.map { fpr[$0] }, tpr: kept.map { tpr[$0] }, low: kept.map { low[$0] },
      high: kept.map { high[$0] })
  }
}
