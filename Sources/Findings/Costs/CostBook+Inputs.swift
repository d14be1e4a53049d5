public import Study

extension CostBook {
  /// Every input of the model with its value and origin, in the order of the facts.
  ///
  /// What the client states comes before what was measured, that before what the facts say.
  ///
  /// - Throws: ``CostGap`` naming all that is missing.
  public func inputs(
    _ stated: Engagement.CostInputs, _ sources: CostSources
  ) throws(CostGap) -> [CostEstimate.Input] {
    let rates = ExchangeRates(stated)
    let priced = stated.given.contains { $0.name == CostParameter.assessmentCost.rawValue }
    var inputs: [CostEstimate.Input] = []
    var needs: [String] = parameters.isEmpty ? ["facts on costs, for the folder of templates has none"] : []
    for parameter in parameters {
      if priced, CostParameter.partsOfAssessment.contains(parameter.id) { continue }
      do {
        guard let value = try value(of: parameter, stated, sources, rates) else { continue }
        inputs.append(
          .init(
            id: parameter.id.rawValue, title: parameter.title, value: value.spread, unit: parameter.unit,
            origin: value.origin, note: Self.isOther(value.origin, than: parameter) ? nil : parameter.note))
      } catch {
        for need in error.needs where !needs.contains(need) { needs.append(need) }
      }
    }
    guard needs.isEmpty else { throw CostGap(needs: needs) }
    return inputs
  }

  /// Whether a value came from the client, the study or the plan, so that the facts' note is not about it.
  private static func isOther(_ origin: FactOrigin, than parameter: Parameter) -> Bool {
    [.client, .measured].contains(origin.confidence) || (parameter.choice == nil && origin != parameter.origin)
  }

  /// Nil for what the model does without.
  private func value(
    of parameter: Parameter, _ stated: Engagement.CostInputs, _ sources: CostSources, _ rates: ExchangeRates
  ) throws(CostGap) -> CostSources.Value? {
    let name = "engagement: costs: \(parameter.id.rawValue)"
    if let given = stated.given.first(where: { $0.name == parameter.id.rawValue }) {
      return .init(given.value, .client(day: sources.day))
    }
    if let value = sources.values[parameter.id] { return value }
    if parameter.id == .penaltyCeiling { return try ceiling(parameter, sources, to: stated.currency, rates).value }
    if let cap = parameter.smallCap,
      let law = try self[.penaltyCeiling].map({ (ceiling) throws(CostGap) in
        try self.ceiling(ceiling, sources, to: stated.currency, rates).law
      }), let law, cap.laws.contains(law)
    {
      return .init(cap.value, parameter.origin)
    }
    switch parameter.choice {
    case .region?:
      guard let id = stated.region, let region = region(id) else {
        throw CostGap(needs: ["engagement: costs: region (\(regions.map(\.id).joined(separator: ", "))) or day-rate"])
      }
      return .init(
        try Self.converted(region.value, from: region.currency, to: stated.currency, rates), region.origin)
    case .rating?:
      guard let rating = sources.rating, let spread = incidents[rating], let incidentOrigin else {
        throw CostGap(needs: ["\(name), for nothing is rated"])
      }
      return .init(spread, incidentOrigin)
    case nil: break
    }
    if let value = parameter.value {
      let currency = parameter.currency ?? stated.currency
      let isMoney = parameter.unit == .money
      return .init(
        isMoney ? try Self.converted(value, from: currency, to: stated.currency, rates) : value, parameter.origin)
    }
    if parameter.isOptional { return nil }
    throw CostGap(needs: [name + (parameter.isRequired ? "" : ", for it was not measured")])
  }

  private static func converted(
    _ spread: Spread, from: String, to: String, _ rates: ExchangeRates
  ) throws(CostGap) -> Spread {
    guard let low = rates.convert(spread.low, from: from, to: to),
      let likely = rates.convert(spread.likely, from: from, to: to),
      let high = rates.convert(spread.high, from: from, to: to)
    else {
      throw CostGap(
        needs: rates.missing(from: from, to: to).map {
          "engagement: costs: exchange: \($0) (units for one US dollar, with the date of the rate)"
        })
    }
    return Spread(low: low, likely: likely, high: high)
  }

  /// The headline ceiling of the law whose expected penalty is largest: one law's, never a sum.
  private func ceiling(
    _ parameter: Parameter, _ sources: CostSources, to currency: String, _ rates: ExchangeRates
  ) throws(CostGap) -> (value: CostSources.Value, law: String?) {
    var best: (expected: Double, amount: Double, exposure: RegulatoryExposure)?
    for exposure in sources.exposures {
      guard let headline = exposure.ceilings.first(where: \.isHeadline), let amount = headline.amount else { continue }
      let converted = try Self.converted(Spread(amount), from: headline.currency, to: currency, rates).likely
      let expected = converted * share(ofCeilingOf: exposure.regulation)
      if expected > best?.expected ?? -1 { best = (expected, converted, exposure) }
    }
    guard let best else { return (.init(Spread(0), parameter.origin), nil) }
    return (.init(Spread(best.amount), best.exposure.origin), best.exposure.regulation)
  }

  private func share(ofCeilingOf law: String) -> Double {
    guard let parameter = self[.penaltyFractionOfCeiling] else { return 0 }
    if let cap = parameter.smallCap, cap.laws.contains(law) { return cap.value.likely }
    return parameter.value?.likely ?? 0
  }

  /// The law whose ceiling an estimate's expected penalty comes from; nil where there is none.
  public func pricedLaw(_ stated: Engagement.CostInputs, _ sources: CostSources) -> String? {
    guard let parameter = self[.penaltyCeiling], !stated.given.contains(where: { $0.name == parameter.id.rawValue })
    else { return nil }
    return (try? ceiling(parameter, sources, to: stated.currency, ExchangeRates(stated)))?.law
  }
}

extension FactOrigin {
  static func client(day: String?) -> FactOrigin {
    FactOrigin(sources: [], asOf: day ?? "", confidence: .client)
  }
}
