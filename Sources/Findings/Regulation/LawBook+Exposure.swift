public import Study

extension LawBook {
  /// What each law that a client names can ask for; in the client's order.
  ///
  /// Laws that the facts do not know are left out: ``check(_:rates:file:)`` refuses them beforehand.
  ///
  /// - Parameter day: The study's date; nothing is stale where there is none.
  public func exposures(
    of jurisdictions: [Engagement.Jurisdiction], rates: ExchangeRates, day: CalendarDate?
  ) -> [RegulatoryExposure] {
    jurisdictions.compactMap { jurisdiction in
      self[jurisdiction.regulation].map { exposure(to: $0, jurisdiction, rates: rates, day: day) }
    }
  }

  private func exposure(
    to law: Law, _ jurisdiction: Engagement.Jurisdiction, rates: ExchangeRates, day: CalendarDate?
  ) -> RegulatoryExposure {
    RegulatoryExposure(
      regulation: law.id, name: law.name, jurisdiction: law.jurisdiction, regulator: law.regulator,
      citation: law.citation, inForce: law.inForce ?? "",
      ceilings: law.rules.map { Self.ceiling(of: $0, jurisdiction, rates: rates) }, clocks: law.clocks,
      duties: law.duties, implication: law.implication, origin: law.origin,
      isStale: day.map { law.origin.isStale(on: $0) } ?? false)
  }

  /// The ceiling of one rule for one client.
  public static func ceiling(
    of rule: PenaltyRule, _ jurisdiction: Engagement.Jurisdiction, rates: ExchangeRates
  ) -> RegulatoryExposure.Ceiling {
    let currency = jurisdiction.currency ?? rule.currency
    let isSmall = jurisdiction.isSmall ?? false
    let combine = rule.combine(isSmall: isSmall)
    let turnover =
      combine.needsTurnover
      ? jurisdiction.turnover.flatMap { rates.convert($0, from: currency, to: rule.currency) } : nil
    var ceiling = RegulatoryExposure.Ceiling(
      rule: rule.id, kind: rule.kind, isHeadline: rule.isHeadline,
      amount: rule.ceiling(turnover: turnover, units: jurisdiction.units, isSmall: isSmall), currency: rule.currency,
      combine: combine.rawValue, fixed: rule.fixed, share: rule.share, turnover: turnover, basis: rule.basis,
      imprisonment: rule.imprisonment, note: rule.note, origin: rule.origin)
    ceiling.tier = rule.tier
    ceiling.appliesTo = rule.appliesTo
    ceiling.threshold = rule.threshold
    ceiling.gainMultiple = rule.gainMultiple
    ceiling.corporateMultiplier = rule.corporateMultiplier
    if rule.combine == .perUnit {
      ceiling.units = jurisdiction.units
      ceiling.unit = rule.unit
      ceiling.unitAmount = rule.unitMost
      ceiling.annualCap = rule.annualCap
      ceiling.annualCapDiscretion = rule.annualCapDiscretion
    }
    if let stated = jurisdiction.turnover, currency != rule.currency, turnover != nil {
      ceiling.converted = .init(amount: stated, currency: currency, day: rates.day)
    }
    return ceiling
  }

  /// Refuses laws that the facts do not know and turnovers in a currency without a rate.
  ///
  /// - Parameter file: How messages call the manifest.
  public func check(
    _ jurisdictions: [Engagement.Jurisdiction], rates: ExchangeRates, file: String
  ) throws(ManifestError) {
    for jurisdiction in jurisdictions {
      guard let law = self[jurisdiction.regulation] else {
        let hint = Nearest.hint(for: jurisdiction.regulation, in: laws.map(\.id))
        throw ManifestError(
          file: file, message: "engagement: jurisdictions: there is no law '\(jurisdiction.regulation)'\(hint)")
      }
      guard jurisdiction.turnover != nil, let stated = jurisdiction.currency else { continue }
      for rule in law.rules where rule.combine.needsTurnover {
        let missing = rates.missing(from: stated, to: rule.currency)
        guard missing.isEmpty else {
          throw ManifestError(
            file: file,
            message: "engagement: jurisdictions: \(law.id): the turnover is in \(stated) but the law counts in "
              + "\(rule.currency): state engagement: costs: exchange: \(missing.joined(separator: " and ")) (units for "
              + "one US dollar, with the date), or the turnover in \(rule.currency)")
        }
      }
    }
  }
}
