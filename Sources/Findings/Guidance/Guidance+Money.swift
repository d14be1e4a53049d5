public import Study

extension Guidance {
  /// What the laws that a client names can ask for.
  public func exposures(_ engagement: Engagement?, day: String?) -> [RegulatoryExposure] {
    guard let engagement else { return [] }
    return laws.exposures(
      of: engagement.jurisdictions, rates: ExchangeRates(engagement.costs), day: day.flatMap { CalendarDate($0) })
  }

  /// What acting now and acting later cost.
  ///
  /// - Throws: ``CostGap`` naming what the client has to state.
  public func estimate(_ costs: Engagement.CostInputs, _ sources: CostSources) throws(CostGap) -> CostEstimate {
    var estimate = CostModel(inputs: try self.costs.inputs(costs, sources))
      .estimate(currency: costs.currency, sources: sources, rates: ExchangeRates(costs))
    estimate.pricedLaw = self.costs.pricedLaw(costs, sources)
    return estimate
  }

  /// Puts the days and trainings of the plan for the rating in place of the facts' stand-ins.
  public func plan(_ sources: CostSources, results: Results? = nil) -> CostSources {
    var sources = sources
    let work = PlanWork(remedies, rating: sources.rating, results: results, cell: sources.cell)
    let origin = FactOrigin(
      sources: [.init(title: "the remedies of the plan: " + work.works.map(\.id).joined(separator: ", "), url: nil)],
      asOf: work.works.compactMap { remedies[$0.id]?.origin.asOf }.min() ?? "", confidence: .estimate)
    sources.works = work.works
    if let days = work.days {
      sources.values[.effortDays] = .init(days, origin)
      sources.values[.computeMultiplier] = .init(work.compute ?? Spread(0), origin)
    }
    if let results, let dearest = work.dearest {
      sources.measureEffect(in: results) { remedies.tested(as: $0.defence)?.id == dearest }
    }
    return sources
  }

  /// Fills in what hangs on law and money; the rating must stand already.
  func addMoney(to assessment: inout Assessment, of results: Results) {
    guard let engagement = assessment.engagement else { return }
    assessment.regulation = exposures(engagement, day: results.date)
    guard let costs = engagement.costs else {
      assessment.costsMissing = CostGap(needs: ["engagement: costs"]).description
      return
    }
    let sources = CostSources(
      results, engagement: engagement, rating: assessment.rating, targets: assessment.targets,
      exposures: assessment.regulation)
    do {
      assessment.costs = try estimate(costs, plan(sources, results: results))
    } catch {
      assessment.costsMissing = error.description
    }
  }

  /// Refuses what an engagement says of law and money and no fact knows.
  func checkMoney(_ engagement: Engagement, file: String) throws(ManifestError) {
    try laws.check(engagement.jurisdictions, rates: ExchangeRates(engagement.costs), file: file)
    if let costs = engagement.costs { try self.costs.check(costs, file: file) }
  }
}
