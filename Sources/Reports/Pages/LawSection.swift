import Findings
import Study

/// One law with its ceilings, clocks and duties.
struct LawSection: Page {
  let section: String
  let lawName: String
  let jurisdiction: String
  let regulator: String
  let citation: String
  let inForce: String?
  let implication: String
  let ceilings: [CeilingRow]
  let clocks: [ClockRow]
  let duties: [DutyRow]
  /// Whether there are ``remarks`` or ``precedents``.
  let hasRemarks: Bool
  let remarks: [String]
  let precedents: [PrecedentRow]
  let dateNote: String?
  let origin: OriginLine

  struct ClockRow: Page {
    let toRegulator: Bool
    let toIndividuals: Bool
    let told: String
    let within: String
    let starts: String
    let trigger: String
    let origin: OriginLine?
  }

  struct DutyRow: Page {
    let reference: String
    let why: String
  }

  struct PrecedentRow: Page {
    let happened: String
    let when: String
    let origin: OriginLine
  }

  init(_ exposure: RegulatoryExposure, place: Int, law: Law?, day: CalendarDate?) {
    let plain = PlainText.plain
    section = "law-\(place)"
    lawName = plain(exposure.name)
    jurisdiction = plain(exposure.jurisdiction)
    regulator = plain(exposure.regulator)
    citation = plain(exposure.citation)
    inForce = exposure.inForce.isEmpty ? nil : plain(exposure.inForce)
    implication = plain(exposure.implication)
    ceilings = exposure.ceilings.map { CeilingRow($0, day: day) }
    clocks = exposure.clocks.map { clock in
      ClockRow(
        toRegulator: clock.to == "regulator", toIndividuals: clock.to == "individuals", told: plain(clock.to),
        within: plain(clock.text), starts: plain(clock.starts), trigger: plain(clock.trigger),
        origin: clock.origin.map { OriginLine($0, day: day) })
    }
    duties = exposure.duties.map { DutyRow(reference: plain($0.reference), why: plain($0.why)) }
    remarks = (law?.notes ?? []).map { plain($0.text) }
    precedents = (law?.precedents ?? []).map { one in
      PrecedentRow(happened: plain(one.text), when: plain(one.date), origin: OriginLine(one.origin, day: day))
    }
    hasRemarks = !remarks.isEmpty || !precedents.isEmpty
    dateNote = law?.dateNote.map(plain)
    origin = OriginLine(exposure.origin, day: day)
  }
}

/// One ceiling with its formula and what went into it.
struct CeilingRow: Page {
  let rule: String
  let isHeadline: Bool
  let kind: String
  let tier: String?
  let appliesTo: String?
  /// Nil where what it needs is not stated.
  let ceilingAmount: String?
  let isGreater: Bool
  let isLesser: Bool
  let isShare: Bool
  let isFixed: Bool
  let isSwitch: Bool
  let isPerUnit: Bool
  let fixedAmount: String?
  let shareText: String?
  let thresholdText: String?
  let turnoverText: String?
  let statedText: String?
  let statedDay: String?
  let turnoverBasis: String?
  let gainTimes: String?
  let unitName: String?
  let unitMost: String?
  let unitCount: String?
  let yearCap: String?
  let discretionCap: String?
  let corporate: String?
  let prison: String?
  let ruleNote: String?
  let origin: OriginLine

  init(_ ceiling: RegulatoryExposure.Ceiling, day: CalendarDate?) {
    let plain = PlainText.plain
    let money = { (amount: Double) in Money.text(amount, ceiling.currency) }
    let combine = PenaltyRule.Combine(rawValue: ceiling.combine)
    rule = plain(ceiling.rule)
    isHeadline = ceiling.isHeadline
    kind = plain(ceiling.kind)
    tier = ceiling.tier.map(plain)
    appliesTo = ceiling.appliesTo.map(plain)
    ceilingAmount = ceiling.amount.map(money)
    isGreater = combine == .greaterOf
    isLesser = combine == .lesserOf
    isShare = combine == .percentOnly
    isFixed = combine == .fixed
    isSwitch = combine == .thresholdSwitch
    isPerUnit = combine == .perUnit
    fixedAmount = ceiling.fixed.map(money)
    shareText = ceiling.share.map { share in
      let percent = 100 * share
      return NumberStyle.percent(share, decimals: abs(percent - percent.rounded()) < 1e-9 ? 0 : 2)
    }
    thresholdText = ceiling.threshold.map(money)
    turnoverText = ceiling.turnover.map(money)
    statedText = ceiling.converted.map { Money.text($0.amount, $0.currency) }
    statedDay = ceiling.converted?.day.map(Phrase.date)
    turnoverBasis = ceiling.basis.map(plain)
    gainTimes = ceiling.gainMultiple.map { NumberStyle.fixed($0, decimals: 0) }
    unitName = ceiling.unit.map(plain)
    unitMost = ceiling.unitAmount.map(money)
    unitCount = ceiling.units.map(NumberStyle.count)
    yearCap = ceiling.annualCap.map(money)
    discretionCap = ceiling.annualCapDiscretion.map(money)
    corporate = ceiling.corporateMultiplier.map { NumberStyle.fixed($0, decimals: 0) }
    prison = ceiling.imprisonment.map { NumberStyle.fixed($0, decimals: 0) }
    ruleNote = ceiling.note.map(plain)
    origin = OriginLine(ceiling.origin, day: day)
  }
}
