import Findings
import Study

/// What to watch once a model answers; thresholds come from this study's own figures where they can.
struct MonitoringPage: Page {
  /// A number of this study.
  struct Measured: Page {
    let indicator: String
    let threshold: OwnThreshold?
    let window: String
    let catches: String
  }

  /// A default.
  struct Detector: Page {
    let indicator: String
    let threshold: String
    let window: String
    let catches: String
    let evasion: String
    let origin: OriginLine
  }

  struct Field: Page {
    let name: String
    let says: String
  }

  let measured: [Measured]
  let detectors: [Detector]
  let controls: [Field]
  let canaries: [Field]
  let logFields: [Field]
  let logPrivacy: [Field]
  let runbook: [Field]
  let limits: [Field]

  init?(_ findings: Findings, labels: Labels) {
    guard let guidance = findings.guidance, findings.assessment.engagement != nil else { return nil }
    let (plan, day) = (guidance.monitoring, findings.results.date.flatMap { CalendarDate($0) })
    measured = plan.measured.map { line in
      Measured(
        indicator: line.indicator, threshold: OwnThreshold(line.derived, findings: findings, labels: labels),
        window: line.window, catches: line.catches)
    }
    detectors = plan.detectors.map { line in
      Detector(
        indicator: line.indicator, threshold: line.threshold.says, window: line.window, catches: line.catches,
        evasion: line.evasion, origin: OriginLine(line.threshold.origin, day: day))
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
