public import Findings
import Study

/// What each defence costs and buys: accuracy kept against members found, for one model on one dataset; and where audits
/// ran a twin, against the epsilon that they show.
///
/// A setting is beaten where another finds no more and keeps no less. The pale steps join the settings that are not. In
/// the twin none is: an audit that shows little may merely be weak.
public struct TradeoffFigure: Figure {
  public static let kind = "tradeoff"
  public let caption: Caption
  public let table: DataTable
  /// No defence first, then in the registry's order.
  let settings: [Setting]
  let across: Across

  /// What lies across.
  enum Across: Equatable, Sendable {
    /// Members found, at the rate of wrong accusations at which all are read.
    case found(limit: Double, people: People)
    /// The epsilon that audits show.
    case epsilon
  }

  /// A value between two ends: of what is found its interval, of an epsilon from what is shown to what is promised.
  struct Span: Equatable, Sendable {
    let value: Double
    let low: Double
    let high: Double
  }

  /// One defence with its parameters.
  struct Setting: Equatable, Sendable {
    /// `DP-SGD, ε = 4`, and `ε = 4` alone.
    let name: String
    let short: String
    /// The defence's name: settings of one are joined by a line.
    let family: String
    /// Nil without defence.
    let series: Int?
    let across: Span
    /// Accuracy as a share of that without defence, and its interval.
    let kept: Estimate
    var isBeaten = false
    /// The one that the title speaks of.
    var isChosen = false
    /// Whether its mark stands for something that must not be missed: no defence, or a broken promise.
    var isStrong: Bool { isChosen || series == nil }
  }

  /// Below this share of the accuracy a model no longer serves its purpose.
  static let floor = 0.95

  public static func all(in findings: Findings) -> [TradeoffFigure] {
    var seen: [CellResult] = []
    var figures: [TradeoffFigure] = []
    let words = CellWords(findings: findings)
    for cell in findings.results.cells where !seen.contains(where: cell.sharesModel) {
      seen.append(cell)
      let cells = findings.results.cells.filter(cell.sharesModel)
      // The second parameter set of a family on the same data needs another name.
      let place = seen.filter { $0.dataset == cell.dataset && $0.model == cell.model }.count
      let id = "\(cell.dataset)-\(cell.model)\(place > 1 ? "-\(place)" : "")-tradeoff"
      if let figure = TradeoffFigure(cells, id: id, words) { figures.append(figure) }
      if let twin = TradeoffFigure(audited: cells, id: id + "-epsilon", words) { figures.append(twin) }
    }
    return figures
  }

  private init?(_ cells: [CellResult], id: String, _ words: CellWords) {
    let done = cells.filter { $0.status == .done && $0.utility?.accuracy.isDrawable ?? false }
    let shown = done.filter { $0.headline?.headline?.smallestResolved != nil }
    guard let limit = Self.limit(common: shown), let base = Self.base(of: shown) else { return nil }
    let read = shown.compactMap { cell in cell.point(at: limit).map { (cell, $0) } }
    guard read.count > 1 else { return nil }
    let people = People(of: base.cell.dataset, in: words.findings.results)
    across = .found(limit: limit, people: people)
    let sorted = Self.sorted(read, words)
    var settings = Self.settings(
      sorted.map { ($0, Span(value: $1.value, low: $1.low, high: $1.high)) }, base: base.accuracy, words)
    Self.judge(&settings)
    self.settings = settings
    let said = TradeoffWords(
      id: id, base: base.cell, settings: settings, limit: limit, people: people, words: words,
      left: cells.filter { cell in !sorted.contains { $0.0.id == cell.id } })
    caption = said.caption
    table = TradeoffTable(settings: settings, limit: limit, people: people, left: said.missing).table
  }

  /// The twin; nil without two audited settings.
  private init?(audited cells: [CellResult], id: String, _ words: CellWords) {
    let done = cells.filter { $0.status == .done && $0.utility?.accuracy.isDrawable ?? false && !$0.audits.isEmpty }
    guard done.count > 1, let base = Self.base(of: done) else { return nil }
    let read = Self.sorted(done.map { ($0, $0.shownEpsilon) }, words)
    across = .epsilon
    settings = Self.settings(
      read.map { cell, shown in
        (cell, Span(value: shown, low: shown, high: max(shown, cell.privacy?.epsilon ?? shown)))
      }, base: base.accuracy, words
    ).enumerated().map { index, setting in
      var setting = setting
      setting.isChosen = read[index].0.audits.contains { audit in read[index].0.privacy.map(audit.breaks) ?? false }
      return setting
    }
    let said = EpsilonWords(id: id, base: base.cell, cells: read.map(\.0), settings: settings, words: words)
    caption = said.caption
    table = said.table
  }

  /// No defence first, then in the registry's order.
  private static func sorted<Value>(_ read: [(CellResult, Value)], _ words: CellWords) -> [(CellResult, Value)] {
    let order = words.findings.names.defences.map(\.name)
    func place(_ cell: CellResult) -> Int { order.firstIndex(of: cell.defence) ?? order.count }
    return read.enumerated().sorted {
      (place($0.element.0), $0.offset) < (place($1.element.0), $1.offset)
    }.map(\.element)
  }

  private static func settings(_ read: [(CellResult, Span)], base: Double, _ words: CellWords) -> [Setting] {
    let series = series(read.map(\.0), order: words.findings.names.defences.map(\.name))
    return read.map { cell, across in
      Setting(
        name: words.defence(cell), short: words.setting(cell) ?? words.defence(cell), family: cell.defence,
        series: cell.isUndefended ? nil : series[cell.defence], across: across, kept: cell.kept(of: base))
    }
  }

  /// The smallest rate that every cell can tell.
  private static func limit(common cells: [CellResult]) -> Double? {
    cells.compactMap { $0.headline?.headline?.smallestResolved }.max()
  }

  /// What 100 % stands for: the cell without defence, else the most accurate one.
  private static func base(of cells: [CellResult]) -> (cell: CellResult, accuracy: Double)? {
    let plain = cells.first(where: \.isUndefended)
    let best = cells.max { ($0.utility?.accuracy.value ?? 0) < ($1.utility?.accuracy.value ?? 0) }
    guard let cell = plain ?? best, let accuracy = cell.utility?.accuracy.value else { return nil }
    return (cell, accuracy)
  }

  /// Each family of defences its own colour: its place in the registry, or the next free one.
  private static func series(_ cells: [CellResult], order: [String]) -> [String: Int] {
    let registry = order.filter { $0 != "none" }
    var series: [String: Int] = [:]
    for cell in cells where !cell.isUndefended && series[cell.defence] == nil {
      var colour = (registry.firstIndex(of: cell.defence) ?? registry.count) % Ink.series
      for _ in 0..<Ink.series where series.values.contains(colour) { colour = (colour + 1) % Ink.series }
      series[cell.defence] = colour
    }
    return series
  }

  /// Marks what is beaten, and of what is above the floor the one that lets least be found.
  static func judge(_ settings: inout [Setting]) {
    for index in settings.indices {
      let own = settings[index]
      settings[index].isBeaten = settings.contains { other in
        other.across.value <= own.across.value && other.kept.value >= own.kept.value
          && (other.across.value < own.across.value || other.kept.value > own.kept.value)
      }
    }
    let eligible = settings.indices.filter { settings[$0].series != nil && settings[$0].kept.value >= floor }
    guard let best = eligible.min(by: { settings[$0].across.value < settings[$1].across.value }) else { return }
    settings[best].isChosen = true
  }
}

extension CellResult {
  /// The largest bound of the audits.
  var shownEpsilon: Double { audits.map(\.epsilon).max() ?? 0 }

  fileprivate func point(at limit: Double) -> OperatingPoint? {
    headline?.headline?.tpr.first { $0.fprLimit == limit && $0.resolved && $0.isDrawable }
  }

  fileprivate func kept(of base: Double) -> Estimate {
    guard let own = utility?.accuracy else { preconditionFailure("only cells with a utility are drawn") }
    return Estimate(
      value: own.value / base, low: own.low / base, high: own.high / base, level: own.level, method: own.method)
  }
}
