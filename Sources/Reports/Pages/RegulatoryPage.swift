import Findings
import Study

/// What each law that the client names can ask for, and whether the models can be called anonymous.
struct RegulatoryPage: Page {
  let laws: [LawSection]
  let severalLaws: Bool
  let notice: String?
  let noDecision: String?
  let anonymity: AnonymityLines?
  let overlays: [OverlayLine]
  let hasOverlays: Bool
  let enforcement: [EnforcementLine]
  let recheck: [String]
  let hasRecheck: Bool
  /// Whether any law is older than 180 days at the study's date.
  let anyStale: Bool
  let hasDay: Bool

  /// A rule of a sector.
  struct OverlayLine: Page {
    let overlayName: String
    let status: String
    let relevance: String
    let origin: OriginLine
  }

  struct EnforcementLine: Page {
    let who: String
    let when: String
    let ground: String
    let fine: String?
    let remark: String?
    let origin: OriginLine
  }

  init?(_ findings: Findings) {
    let exposures = findings.assessment.regulation
    guard !exposures.isEmpty else { return nil }
    let day = findings.results.date.flatMap { CalendarDate($0) }
    let book = findings.guidance?.laws
    laws = exposures.enumerated().map { place, exposure in
      LawSection(exposure, place: place + 1, law: book?[exposure.regulation], day: day)
    }
    severalLaws = exposures.count > 1
    notice = book?.background("not-legal-advice").map { PlainText.plain($0.text) }
    noDecision = book?.background("enforcement").map { PlainText.plain($0.text) }
    anonymity = AnonymityLines(findings, day: day)
    let places = exposures.map(\.jurisdiction)
    overlays = (book?.overlays ?? []).filter { overlay in places.contains { $0.hasPrefix(overlay.jurisdiction) } }
      .map { overlay in
        OverlayLine(
          overlayName: PlainText.plain(overlay.name), status: PlainText.plain(overlay.status),
          relevance: PlainText.plain(overlay.relevance), origin: OriginLine(overlay.origin, day: day))
      }
    enforcement = (book?.enforcement ?? []).map { one in
      EnforcementLine(
        who: PlainText.plain(one.who), when: PlainText.plain(one.when), ground: PlainText.plain(one.ground),
        fine: one.amount.map { Money.text($0, one.currency ?? "") }, remark: one.note.map(PlainText.plain),
        origin: OriginLine(one.origin, day: day))
    }
    let named = Set(exposures.map(\.regulation))
    recheck = (book?.recheck ?? []).filter { !named.isDisjoint(with: $0.laws) }.map { PlainText.plain($0.remark.text) }
    hasOverlays = !overlays.isEmpty
    hasRecheck = !recheck.isEmpty
    anyStale = exposures.contains(where: \.isStale)
    hasDay = day != nil
  }
}

/// Whether the claim that models are anonymous can be made on what was measured.
struct AnonymityLines: Page {
  let opinion: String
  let opinionDay: String
  let test: String
  let leaking: Tally
  let silent: Tally
  let thin: Tally
  let tested: Tally
  let leakingAll: Bool
  let untested: String
  let documentation: String
  let origin: OriginLine

  init?(_ findings: Findings, day: CalendarDate?) {
    guard let anonymity = findings.guidance?.laws.anonymity else { return nil }
    let evidence = AnonymityEvidence(findings.results)
    let count = evidence.leaking.count + evidence.silent.count + evidence.thin.count
    guard count > 0 else { return nil }
    opinion = PlainText.plain(anonymity.name)
    opinionDay = Phrase.date(PlainText.plain(anonymity.day))
    test = PlainText.plain(anonymity.test)
    leaking = Tally(evidence.leaking.count)
    silent = Tally(evidence.silent.count)
    thin = Tally(evidence.thin.count)
    tested = Tally(count)
    leakingAll = evidence.leaking.count == count
    untested = Phrase.list(anonymity.untested.map(PlainText.plain))
    documentation = PlainText.plain(anonymity.documentation.text)
    origin = OriginLine(anonymity.origin, day: day)
  }
}
