import Findings
import Study

/// What each chosen law can ask for.
struct RegulationPage: Page {
  struct Law: Page {
    let jurisdiction: String
    let name: String
    let regulator: String
    let citation: String
    let inForce: String
    let implication: String
    let ceilings: [Ceiling]
    let clocks: [Clock]
    let duties: [Duty]
    let origin: OriginText
  }

  struct Ceiling: Page {
    let rule: String
    let isHeadline: Bool
    let amount: String?
    let formula: String
    let basis: String?
    let turnover: String?
    let prison: String?
    let tier: String?
    let note: String?
  }

  struct Clock: Page {
    let to: String
    let time: String
    let starts: String
    let trigger: String
  }

  struct Duty: Page {
    let reference: String
    let why: String
  }

  struct Sentence: Page {
    let text: String
  }

  let laws: [Law]
  let leaking: Tally
  let silent: Tally
  let thin: Tally
  let anonymity: Anonymity?
  let background: [Sentence]

  struct Anonymity: Page {
    let name: String
    let day: String
    let criteria: [Sentence]
    let untested: String
    let origin: OriginText
  }

  init?(_ findings: Findings) {
    guard let guidance = findings.guidance, !findings.assessment.regulation.isEmpty else { return nil }
    let day = findings.results.date
    laws = findings.assessment.regulation.map { exposure in
      Law(
        jurisdiction: exposure.jurisdiction, name: exposure.name, regulator: exposure.regulator,
        citation: exposure.citation, inForce: exposure.inForce, implication: exposure.implication,
        ceilings: exposure.ceilings.map(Self.ceiling),
        clocks: exposure.clocks.map { Clock(to: $0.to, time: $0.text, starts: $0.starts, trigger: $0.trigger) },
        duties: exposure.duties.map { Duty(reference: $0.reference, why: $0.why) },
        origin: OriginText(exposure.origin, day: day))
    }
    let evidence = AnonymityEvidence(findings.results)
    leaking = Tally(evidence.leaking.count)
    silent = Tally(evidence.silent.count)
    thin = Tally(evidence.thin.count)
    anonymity = guidance.laws.anonymity.map { test in
      Anonymity(
        name: test.name, day: Phrase.date(test.day), criteria: test.criteria.map { Sentence(text: $0.text) },
        untested: Phrase.list(test.untested), origin: OriginText(test.origin, day: day))
    }
    background = guidance.laws.background.map { Sentence(text: $0.text) }
  }

  private static func ceiling(_ ceiling: RegulatoryExposure.Ceiling) -> Ceiling {
    Ceiling(
      rule: ceiling.rule, isHeadline: ceiling.isHeadline,
      amount: ceiling.amount.map { MoneyStyle.exact($0, ceiling.currency) }, formula: formula(ceiling),
      basis: ceiling.basis, turnover: ceiling.turnover.map { MoneyStyle.exact($0, ceiling.currency) },
      prison: ceiling.imprisonment.map { NumberStyle.fixed($0, decimals: $0 == $0.rounded() ? 0 : 1) },
      tier: ceiling.tier, note: ceiling.note)
  }

  /// The rule in words and numbers, as the law combines them.
  private static func formula(_ ceiling: RegulatoryExposure.Ceiling) -> String {
    let fixed = ceiling.fixed.map { MoneyStyle.exact($0, ceiling.currency) }
    let share = ceiling.share.map { NumberStyle.percent($0, decimals: 100 * $0 == (100 * $0).rounded() ? 0 : 1) }
    switch (ceiling.combine, fixed, share) {
    case ("greater-of", let fixed?, let share?): return "the greater of \(fixed) and \(share) of turnover"
    case ("lesser-of", let fixed?, let share?): return "the lesser of \(fixed) and \(share) of turnover"
    case ("threshold-switch", let fixed?, let share?):
      let above = ceiling.threshold.map { MoneyStyle.exact($0, ceiling.currency) } ?? "a threshold"
      return "\(share) of turnover where it is above \(above), otherwise \(fixed)"
    case (_, nil, let share?): return "\(share) of turnover"
    case (_, let fixed?, nil): return fixed
    default:
      let unit = ceiling.unitAmount.map { MoneyStyle.exact($0, ceiling.currency) } ?? ""
      return "\(unit) for each \(ceiling.unit ?? "unit")"
    }
  }
}
