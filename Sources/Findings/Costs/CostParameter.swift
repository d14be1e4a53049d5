/// An input of the cost model, by the name that the facts and an engagement give it.
public enum CostParameter: String, Codable, CaseIterable, Sendable {
  case trainingBudget = "training-budget"
  case trainingComputeCost = "training-compute-cost"
  case peopleInTraining = "people-in-training"
  case attackTPR = "attack-tpr"
  case operatingFPR = "operating-fpr"
  case attackerPrior = "attacker-prior"
  case effortDays = "effort-days"
  case dayRate = "day-rate"
  case computeMultiplier = "compute-multiplier"
  case retrainRuns = "retrain-runs"
  case overhead
  case assessmentDays = "assessment-days"
  case shadowModels = "shadow-models"
  case shadowHours = "shadow-hours"
  case computePrice = "compute-price"
  case assessmentCost = "assessment-cost"
  case lateEngineering = "late-engineering"
  case redeployment, revalidation, communication
  case remediationMultiplier = "remediation-multiplier"
  case preventionShare = "prevention-share"
  case testingClaim = "testing-claim"
  case costPerPerson = "cost-per-person"
  case fixedResponse = "fixed-response"
  case pIncidentYear = "p-incident-year"
  case pPenaltyGivenIncident = "p-penalty-given-incident"
  case penaltyFractionOfCeiling = "penalty-fraction-of-ceiling"
  case penaltyCeiling = "penalty-ceiling"
  case discountRate = "discount-rate"
  case horizonYears = "horizon-years"
  case defenceEffectiveness = "defence-effectiveness"
  case pForcedFix = "p-forced-fix"
  case retestsAYear = "retests-a-year"
  case valuePerPoint = "value-per-point"

  /// What one assessment costs is worked out from these where its price is not stated.
  static let partsOfAssessment: [CostParameter] = [.assessmentDays, .shadowModels, .shadowHours, .computePrice]
}

extension CostEstimate.Input.Unit {
  /// What a value of this unit may be.
  var range: ClosedRange<Double> {
    switch self {
    case .money: 0...1e18
    case .share: 0...1
    case .count: 0...1e10
    case .days: 0...1e5
    case .factor, .runs, .hours: 0...1e6
    case .years: 1...50
    }
  }
}
