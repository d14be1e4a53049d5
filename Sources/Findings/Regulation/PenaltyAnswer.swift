public import Study

/// The ceiling of one rule for one turnover, as `rollcall penalty` answers it.
public struct PenaltyAnswer: Codable, Equatable, Sendable {
  public var rule: String
  /// The law that the rule stands in.
  public var law: String
  public var jurisdiction: String
  /// The statutory maximum in ``currency``.
  public var ceiling: Double
  public var currency: String
  /// All that it was computed from.
  public var basis: RegulatoryExposure.Ceiling
  /// That a ceiling is no forecast.
  public var notice: String
}

extension LawBook {
  /// - Parameter jurisdiction: Its ``Study/Engagement/Jurisdiction/regulation`` is not read.
  /// - Throws: ``PenaltyError``.
  public func answer(
    rule id: String, _ jurisdiction: Engagement.Jurisdiction, rates: ExchangeRates
  ) throws(PenaltyError) -> PenaltyAnswer {
    guard let (law, rule) = rule(id) else {
      throw .unknown(kind: "rule", name: id, hint: Nearest.hint(for: id, in: laws.flatMap(\.rules).map(\.id)))
    }
    if let turnover = jurisdiction.turnover, !(turnover >= 0 && turnover.isFinite) { throw .turnover(turnover) }
    if let units = jurisdiction.units, units < 0 { throw .units(units) }
    let isSmall = jurisdiction.isSmall ?? false
    if rule.combine(isSmall: isSmall).needsTurnover, jurisdiction.turnover != nil, let stated = jurisdiction.currency {
      let missing = rates.missing(from: stated, to: rule.currency)
      guard missing.isEmpty else { throw .noRate(rule: id, stated: stated, needed: rule.currency, missing: missing) }
    }
    let basis = Self.ceiling(of: rule, jurisdiction, rates: rates)
    guard let amount = basis.amount else { throw Self.lack(rule, isSmall: isSmall, jurisdiction) }
    return PenaltyAnswer(
      rule: id, law: law.id, jurisdiction: law.jurisdiction, ceiling: amount, currency: rule.currency, basis: basis,
      notice: background("not-legal-advice")?.text ?? "")
  }

  private static func lack(
    _ rule: PenaltyRule, isSmall: Bool, _ jurisdiction: Engagement.Jurisdiction
  ) -> PenaltyError {
    if rule.gainMultiple != nil { return .needsGain(rule: rule.id) }
    if rule.combine == .perUnit { return .needsUnits(rule: rule.id, unit: rule.unit ?? "unit") }
    return .needsTurnover(rule: rule.id, basis: rule.basis ?? "turnover", currency: rule.currency)
  }
}

/// Why a ceiling cannot be computed.
public enum PenaltyError: Error, Equatable, CustomStringConvertible {
  case unknown(kind: String, name: String, hint: String)
  case turnover(Double)
  case units(Int)
  case noRate(rule: String, stated: String, needed: String, missing: [String])
  case needsTurnover(rule: String, basis: String, currency: String)
  case needsUnits(rule: String, unit: String)
  case needsGain(rule: String)

  public var description: String {
    switch self {
    case .unknown(let kind, let name, let hint): "there is no \(kind) '\(name.prefix(60))'\(hint)"
    case .turnover(let turnover): "the turnover is \(turnover) but must be 0 or more"
    case .units(let units): "the number of units is \(units) but must be 0 or more"
    case .noRate(let rule, let stated, let needed, let missing):
      "\(rule): the turnover is in \(stated) but the rule counts in \(needed): give the rate of "
        + "\(missing.joined(separator: " and ")) for one US dollar with --rate, or the turnover in \(needed)"
    case .needsTurnover(let rule, let basis, let currency):
      "\(rule) needs a turnover (\(basis)) in \(currency): give --turnover"
    case .needsUnits(let rule, let unit): "\(rule) counts units (\(unit)): give --units"
    case .needsGain(let rule): "\(rule) goes by an illegal gain, which is not stated here: ask counsel"
    }
  }
}
