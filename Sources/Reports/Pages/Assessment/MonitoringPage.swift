import Findings
import Study

/// What to watch once a model answers; thresholds come from this study's own figures where they can.
struct MonitoringPage: Page {
  struct Indicator: Page {
    let indicator: String
    let threshold: String
    /// Whether the number is this study's own.
    let isMeasured: Bool
    let window: String
    let catches: String
    let evasion: String?
    let origin: OriginLine
  }

  struct Field: Page {
    let name: String
    let says: String
  }

  let measured: [Indicator]
  let detectors: [Indicator]
  let controls: [Field]
  let canaries: [Field]
  let logFields: [Field]
  let logPrivacy: [Field]
  let runbook: [Field]
  let limits: [Field]

  init?(_ findings: Findings, labels: Labels) {
    guard let guidance = findings.guidance, findings.assessment.engagement != nil else { return nil }
    let (plan, day) = (guidance.monitoring, findings.results.date.flatMap { CalendarDate($0) })
    let figures = OwnFigures(findings, quota: plan.quota)
    measured = plan.measured.map { line in
      Indicator(
        indicator: line.indicator, threshold: figures.text(of: line.derived) ?? "not measured here",
        isMeasured: figures.text(of: line.derived) != nil, window: line.window, catches: line.catches, evasion: nil,
        origin: OriginLine(line.origin, day: day))
    }
    detectors = plan.detectors.map { line in
      Indicator(
        indicator: line.indicator, threshold: line.threshold.says, isMeasured: false, window: line.window,
        catches: line.catches, evasion: line.evasion, origin: OriginLine(line.threshold.origin, day: day))
    }
    let fields = { (statements: [Statement]) in statements.map { Field(name: $0.id, says: $0.says) } }
    controls = fields(plan.controls)
    canaries = fields(plan.canaries)
    logFields = fields(plan.logFields)
    logPrivacy = fields(plan.logPrivacy)
    runbook = fields(plan.runbook)
    limits = fields(plan.limits)
  }
}

/// Numbers of the results that thresholds are: of the undefended targets, the one that leaks most for certain.
private struct OwnFigures {
  let cell: CellResult?
  let cells: [CellResult]
  /// Queries a day.
  let quota: Int

  init(_ findings: Findings, quota: Int) {
    cells = findings.results.cells.filter { $0.status == .done }
    let open = cells.filter { $0.defence == Labels.undefended }
    cell = (open.isEmpty ? cells : open).max { Self.low($0) < Self.low($1) }
    self.quota = quota
  }

  private static func low(_ cell: CellResult) -> Double {
    let low = cell.headline?.headline?.printed?.low ?? -1
    return low.isNaN ? -1 : low
  }

  func text(of derivation: Monitoring.Derivation) -> String? {
    let point = cell?.headline?.headline?.printed
    switch derivation {
    case .leakUpper:
      return point.map { "\(percent($0.high)) of members found at \(NumberStyle.rate($0.fprLimit)) wrongly accused" }
    case .groupUpper:
      let groups = cell?.exposure?.partitions.flatMap(\.groups) ?? []
      return groups.map(\.found.high).max().map { "\(percent($0)) of the members of any group" }
    case .nullUpper:
      let highs = cells.flatMap(\.attacks).compactMap(\.null?.auc.high).filter { !$0.isNaN }
      return highs.max().map { "an area of \(NumberStyle.fixed($0, decimals: 3))" }
    case .accuracyLower:
      return (cell?.utility?.accuracy.low).map { "an accuracy of \(percent($0))" }
    case .quotaYield:
      return point.map {
        "\(NumberStyle.count(Int(($0.value * Double(quota)).rounded()))) members a day at "
          + "\(NumberStyle.count(quota)) queries, if all asked about are members"
      }
    }
  }

  private func percent(_ share: Double) -> String { NumberStyle.percent(share) }
}
