import Study

/// Where a fact comes from, as a table shows it.
struct OriginLine: Page {
  struct Link: Page {
    let isFirst: Bool
    let sourceTitle: String
    let url: String?
  }

  let links: [Link]
  let asOf: String?
  let isStale: Bool
  let isPrimary: Bool
  let isTwoSecondary: Bool
  let isSecondary: Bool
  let isGeneral: Bool
  let isConvention: Bool
  let isClaim: Bool
  let isEstimate: Bool
  let isClient: Bool
  let isMeasured: Bool

  /// - Parameter day: The study's date; nothing is stale where there is none.
  init(_ origin: FactOrigin, day: CalendarDate?) {
    links = origin.sources.enumerated().map { place, source in
      Link(isFirst: place == 0, sourceTitle: PlainText.plain(source.title), url: source.url.map(PlainText.plain))
    }
    let own: Set<FactOrigin.Confidence> = [.client, .measured]
    asOf = own.contains(origin.confidence) || origin.asOf.isEmpty ? nil : PlainText.plain(origin.asOf)
    isStale = asOf != nil && (day.map { origin.isStale(on: $0) } ?? false)
    isPrimary = origin.confidence == .primary
    isTwoSecondary = origin.confidence == .twoSecondary
    isSecondary = origin.confidence == .secondary
    isGeneral = origin.confidence == .generalKnowledge
    isConvention = origin.confidence == .convention
    isClaim = origin.confidence == .claim
    isEstimate = origin.confidence == .estimate
    isClient = origin.confidence == .client
    isMeasured = origin.confidence == .measured
  }
}
