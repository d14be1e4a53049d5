import Findings
import Study

/// Facts that rest on general knowledge, and facts that have to be checked again.
struct FactsPage: Page {
  struct Entry: Page {
    let path: String
    let origin: OriginLine
  }

  /// A publication that facts rest on.
  struct Source: Page {
    let sourceTitle: String
    let url: String
  }

  /// Each once, in the order of the files.
  let sources: [Source]
  let known: [Entry]
  let stale: [Entry]
  let count: String
  let hasDate: Bool

  init?(_ findings: Findings) {
    guard let guidance = findings.guidance, findings.assessment.engagement != nil else { return nil }
    let day = findings.results.date.flatMap { CalendarDate($0) }
    let all = guidance.inventory.map {
      Entry(path: "\($0.file.name): \($0.path)", origin: OriginLine($0.origin, day: day))
    }
    sources = Self.sources(guidance.inventory)
    known = all.filter(\.origin.isGeneral)
    stale = all.filter(\.origin.isStale)
    count = NumberStyle.count(all.count)
    hasDate = day != nil
  }

  private static func sources(_ facts: [StatedFact]) -> [Source] {
    var seen: Set<String> = []
    return facts.flatMap(\.origin.sources).compactMap { source in
      guard let url = source.url, seen.insert(url).inserted else { return nil }
      return Source(sourceTitle: PlainText.plain(source.title), url: PlainText.plain(url))
    }
  }
}

/// Who made the document, for whom, and until when it is kept.
struct ControlPage: Page {
  let client: String?
  let system: String?
  let version: String?
  let isFinal: Bool
  let authors: String?
  let reviewers: String?
  let distribution: String?
  let classification: String?
  let retention: String?

  init?(_ findings: Findings, brand: BrandBlock?) {
    let (document, engagement) = (findings.assessment.document, findings.assessment.engagement)
    guard engagement != nil || !document.authors.isEmpty || document.version != nil else { return nil }
    client = document.client
    system = engagement?.system
    version = document.version
    isFinal = document.status == .final
    authors = Phrase.list(document.authors).orNil
    reviewers = Phrase.list(document.reviewers).orNil
    distribution = Phrase.list(document.distribution).orNil
    classification = document.classification ?? brand?.classification
    retention = document.retention.map(Phrase.date)
  }
}
