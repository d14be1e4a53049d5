/// One number for each input: what the formulas of the cost model take.
///
/// Money is in one currency. Powers are repeated products and one root, so that the bytes are equal on every CPU.
struct CostValues {
  var numbers: [CostParameter: Double]

  /// - Precondition: The input has a value.
  subscript(parameter: CostParameter) -> Double {
    guard let number = numbers[parameter] else { preconditionFailure("'\(parameter.rawValue)' has no value") }
    return number
  }

  // MARK: Building and mending

  var engineering: Double { self[.effortDays] * self[.dayRate] }

  var fixCompute: Double {
    self[.trainingComputeCost] * self[.computeMultiplier] * self[.retrainRuns] * (1 + self[.overhead])
  }

  var assessment: Double {
    if let stated = numbers[.assessmentCost] { return stated }
    return self[.assessmentDays] * self[.dayRate]
      + self[.shadowModels] * self[.shadowHours] * self[.computePrice] * (1 + self[.overhead])
  }

  var prevention: Double { engineering + fixCompute + assessment }

  /// By the rule of thumb, a share of the training budget.
  var preventionByClaim: Double { self[.preventionShare] * self[.trainingBudget] }

  var laterFix: Double {
    engineering * self[.lateEngineering] + fixCompute + self[.redeployment] + self[.revalidation] + self[.communication]
  }

  /// By the rule of thumb, a multiple of prevention.
  var laterFixByClaim: Double { self[.remediationMultiplier] * prevention }

  func laterFix(_ course: CostEstimate.Course.Kind) -> Double {
    course == .laterByClaim ? laterFixByClaim : laterFix
  }

  // MARK: Losing

  /// Members that the attack finds at the operating rate.
  var confidentPeople: Double { self[.peopleInTraining] * self[.attackTPR] }

  /// The share of accusations that are right at the attacker's prior; nil where nobody is accused.
  var precision: Double? {
    let right = self[.attackTPR] * self[.attackerPrior]
    let all = right + self[.operatingFPR] * (1 - self[.attackerPrior])
    return all > 0 ? right / all : nil
  }

  var incident: Double { self[.fixedResponse] + confidentPeople * self[.costPerPerson] }

  var expectedPenalty: Double {
    self[.pPenaltyGivenIncident] * self[.penaltyFractionOfCeiling] * self[.penaltyCeiling]
  }

  /// What an incident costs with its expected penalty.
  var severity: Double { incident + expectedPenalty }

  var lossAYear: Double { self[.pIncidentYear] * severity }

  /// The share of the loss that stays with the defences.
  var residual: Double { 1 - self[.defenceEffectiveness] }

  var keepingAYear: Double { self[.retestsAYear] * assessment }

  // MARK: Courses

  /// What 1 in each year is worth today, by year; money falls due at mid-year.
  private var discounts: [Double] {
    let growth = 1 + self[.discountRate]
    var factor = growth.squareRoot()
    return (0..<Int(self[.horizonYears])).map { _ in
      factor /= growth
      return factor
    }
  }

  /// The present value of 1 a year.
  var presentFactor: Double { discounts.reduce(0, +) }

  /// The same of the chance that the fix is forced in each year and in none before.
  var forcedFactor: Double {
    var sum = 0.0
    var spared = 1.0
    for discount in discounts {
      sum += self[.pForcedFix] * spared * discount
      spared *= 1 - self[.pForcedFix]
    }
    return sum
  }

  var actNow: Double { prevention + lossAYear * residual * presentFactor }

  func actLater(_ course: CostEstimate.Course.Kind) -> Double {
    lossAYear * presentFactor + forcedFactor * laterFix(course)
  }

  func total(_ course: CostEstimate.Course.Kind) -> Double { course == .now ? actNow : actLater(course) }

  /// Above 0, acting now is cheaper.
  func benefit(against course: CostEstimate.Course.Kind) -> Double { actLater(course) - actNow }

  /// The yearly probability of an incident at which both courses cost the same; nil where none in ...1 does.
  func breakEven(against course: CostEstimate.Course.Kind) -> Double? {
    let saved = severity * presentFactor * (1 - residual)
    guard saved > 0 else { return nil }
    let probability = (prevention - forcedFactor * laterFix(course)) / saved
    return probability <= 1 ? probability : nil
  }
}
