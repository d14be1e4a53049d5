import Study

extension CostModel {
  private static let laterCourses: [CostEstimate.Course.Kind] = [.laterBottomUp, .laterByClaim]

  /// All that the report prints of costs.
  public func estimate(currency: String, sources: CostSources, rates: ExchangeRates) -> CostEstimate {
    let benefits = Self.laterCourses.map { course in
      CostEstimate.Benefit(
        later: course, amount: corners { $0.benefit(against: course) }, breakEven: middle.breakEven(against: course))
    }
    var estimate = CostEstimate(
      currency: currency, horizon: Int(middle[.horizonYears]), inputs: inputs, lines: lines,
      courses: CostEstimate.Course.Kind.allCases.map { course in
        CostEstimate.Course(kind: course, total: corners { $0.total(course) })
      },
      benefits: benefits, swings: swings { $0.benefit(against: .laterBottomUp) },
      draws: draws(seed: sources.seed, against: Self.laterCourses))
    estimate.cell = sources.cell
    estimate.rating = sources.rating
    estimate.confidentPeople = corners(of: \.confidentPeople)
    if middle.precision != nil { estimate.precision = corners { $0.precision ?? 0 } }
    estimate.defences = sources.works.map(cost)
    estimate.ceilings = sources.exposures.compactMap { exposure in
      guard let headline = exposure.ceilings.first(where: \.isHeadline), let amount = headline.amount
      else { return nil }
      return .init(
        regulation: exposure.regulation, rule: headline.rule, amount: amount, currency: headline.currency,
        converted: rates.convert(amount, from: headline.currency, to: currency))
    }
    return estimate
  }

  private var lines: [CostEstimate.Line] {
    CostEstimate.Line.Kind.allCases.map { kind in
      CostEstimate.Line(
        id: kind.rawValue,
        amount: corners { values in
          switch kind {
          case .engineering: values.engineering
          case .fixCompute: values.fixCompute
          case .assessment: values.assessment
          case .prevention: values.prevention
          case .preventionByClaim: values.preventionByClaim
          case .testingByClaim: values[.testingClaim]
          case .keepingAYear: values.keepingAYear
          case .laterFix: values.laterFix
          case .laterFixByClaim: values.laterFixByClaim
          case .incident: values.incident
          case .expectedPenalty: values.expectedPenalty
          case .lossAYear: values.lossAYear
          case .lossAYearWithPlan: values.lossAYear * values.residual
          case .lossOverHorizon: values.lossAYear * values.presentFactor
          case .lossOverHorizonWithPlan: values.lossAYear * values.residual * values.presentFactor
          }
        })
    }
  }

  /// What one defence costs by itself: to build, to keep, in accuracy.
  private func cost(of work: DefenceWork) -> CostEstimate.Defence {
    func building(_ days: Double, _ compute: Double, _ end: KeyPath<Spread, Double>) -> Double {
      let at = { (id: CostParameter) in self.spread(id)?[keyPath: end] ?? 0 }
      return days * at(.dayRate)
        + compute * at(.trainingComputeCost) * at(.retrainRuns) * (1 + at(.overhead))
    }
    let compute = work.compute ?? Spread(0)
    let value = spread(.valuePerPoint)
    return CostEstimate.Defence(
      id: work.id,
      building: Spread(
        low: building(work.days.low, compute.low, \.low), likely: building(work.days.likely, compute.likely, \.likely),
        high: building(work.days.high, compute.high, \.high)),
      accuracyLost: work.accuracyLost,
      valueLost: value.flatMap { value in
        work.accuracyLost.map { lost in
          let corners = [lost.low * value.low, lost.low * value.high, lost.high * value.low, lost.high * value.high]
          let middle = lost.likely * value.likely
          return Spread(
            low: min(corners.min() ?? middle, middle), likely: middle, high: max(corners.max() ?? middle, middle))
        }
      })
  }
}
