import Findings
import Study

/// Where a fact comes from, as a template shows it.
struct OriginText: Page {
  struct Source: Page {
    let sourceTitle: String
    let url: String?
  }

  let sources: [Source]
  let asOf: String?
  let isPrimary: Bool
  let isTwoSecondary: Bool
  let isSecondary: Bool
  let isKnowledge: Bool
  let isConvention: Bool
  let isClaim: Bool
  let isEstimate: Bool
  let isClient: Bool
  let isMeasured: Bool
  /// Older than 180 days at the study's date.
  let isStale: Bool

  init(_ origin: FactOrigin, day: String?) {
    sources = origin.sources.map { Source(sourceTitle: $0.title, url: $0.url) }
    asOf = origin.asOf.orNil
    isPrimary = origin.confidence == .primary
    isTwoSecondary = origin.confidence == .twoSecondary
    isSecondary = origin.confidence == .secondary
    isKnowledge = origin.confidence == .generalKnowledge
    isConvention = origin.confidence == .convention
    isClaim = origin.confidence == .claim
    isEstimate = origin.confidence == .estimate
    isClient = origin.confidence == .client
    isMeasured = origin.confidence == .measured
    let ages = ![.client, .measured].contains(origin.confidence)
    isStale = ages && (day.flatMap { CalendarDate($0) }.map { origin.isStale(on: $0) } ?? false)
  }
}
