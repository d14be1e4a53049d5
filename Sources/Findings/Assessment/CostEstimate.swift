public import Study

/// What acting now and acting later cost, in one currency, low, likely and high.
///
/// Low takes each input at the end that makes the quantity least, high at the end that makes it most: corner cases, not
/// percentiles. Each course has corners of its own, so low less low is not the low benefit.
public struct CostEstimate: Codable, Equatable, Sendable {
  /// ISO 4217.
  public var currency: String
  /// Years.
  public var horizon: Int
  /// Every input, in the order of the facts.
  public var inputs: [Input]
  /// What is added up, and what is shown and never added: defences, keeping them, incident, expected loss ...
  public var lines: [Line]
  /// Acting now, acting later priced from below, acting later by the claimed multiplier.
  public var courses: [Course]
  /// Acting later less acting now for each way of pricing the later fix: above 0, acting now saves.
  public var benefits: [Benefit]
  /// One input at a time from low to high, the others at likely; by the size of the swing, largest first.
  public var swings: [Swing]
  /// From triangular draws of all inputs.
  public var draws: Draws
  /// ``CellResult/id`` of the target that is priced; null outside a study.
  @Null public var cell: String? = nil
  /// The rating that the yearly probability of an incident goes by.
  @Null public var rating: Rating? = nil
  /// The law whose ceiling the expected penalty goes by; null where there is none.
  @Null public var pricedLaw: String? = nil
  /// Members that the attack finds at the operating rate, among all people in the training data.
  @Null public var confidentPeople: Spread? = nil
  /// The share of an attacker's accusations that are right, at the attacker's prior.
  @Null public var precision: Spread? = nil
  /// What each defence of the plan costs by itself.
  public var defences: [Defence] = []
  /// Headline ceilings, one a law: shown beside each other, never added up and never added to a loss in full.
  public var ceilings: [Ceiling] = []

  /// An input of the model with where it comes from.
  public struct Input: Codable, Equatable, Sendable {
    public var id: String
    public var title: String
    public var value: Spread
    public var unit: Unit
    public var origin: FactOrigin
    /// What the facts add to it.
    @Null public var note: String?

    /// What its numbers are.
    public enum Unit: String, Codable, CaseIterable, Sendable {
      case money, share, count, days, hours, factor, years, runs
    }

    public init(
      id: String, title: String, value: Spread, unit: Unit, origin: FactOrigin, note: String? = nil
    ) {
      self.id = id
      self.title = title
      self.value = value
      self.unit = unit
      self.origin = origin
      self.note = note
    }

    /// Whether nothing published stands behind it.
    public var isUnsourced: Bool { [.claim, .estimate].contains(origin.confidence) }
  }

  public struct Line: Codable, Equatable, Sendable {
    /// A ``Kind``.
    public var id: String
    public var amount: Spread
    public init(id: String, amount: Spread) {
      self.id = id
      self.amount = amount
    }

    public enum Kind: String, Codable, CaseIterable, Sendable {
      case engineering
      case fixCompute = "fix-compute"
      case assessment, prevention
      case preventionByClaim = "prevention-by-claim"
      case testingByClaim = "testing-by-claim"
      /// Testing the defences again, a year; in no course.
      case keepingAYear = "keeping-a-year"
      case laterFix = "later-fix"
      case laterFixByClaim = "later-fix-by-claim"
      case incident
      case expectedPenalty = "expected-penalty"
      case lossAYear = "loss-a-year"
      case lossAYearWithPlan = "loss-a-year-with-plan"
      case lossOverHorizon = "loss-over-horizon"
      case lossOverHorizonWithPlan = "loss-over-horizon-with-plan"
    }
  }

  public func line(_ kind: Line.Kind) -> Spread? { lines.first { $0.id == kind.rawValue }?.amount }
  public func course(_ kind: Course.Kind) -> Course? { courses.first { $0.kind == kind } }

  /// One defence of the plan.
  public struct Defence: Codable, Equatable, Sendable {
    /// The id of a remedy.
    public var id: String
    /// Days of engineering and training anew, without the assessment that all share.
    public var building: Spread
    /// Points of accuracy; null where the study did not measure it.
    @Null public var accuracyLost: Spread?
    /// What they are worth a year; null where the client gives no value.
    @Null public var valueLost: Spread?
    public init(id: String, building: Spread, accuracyLost: Spread?, valueLost: Spread?) {
      self.id = id
      self.building = building
      self.accuracyLost = accuracyLost
      self.valueLost = valueLost
    }
  }

  public struct Ceiling: Codable, Equatable, Sendable {
    public var regulation: String
    public var rule: String
    public var amount: Double
    /// Of the law.
    public var currency: String
    /// In the estimate's currency; null where no rate is stated.
    @Null public var converted: Double?
    public init(regulation: String, rule: String, amount: Double, currency: String, converted: Double?) {
      self.regulation = regulation
      self.rule = rule
      self.amount = amount
      self.currency = currency
      self.converted = converted
    }
  }

  public struct Course: Codable, Equatable, Sendable {
    public enum Kind: String, Codable, CaseIterable, Sendable {
      case now
      case laterBottomUp = "later-bottom-up"
      case laterByClaim = "later-by-claim"
    }
    public var kind: Kind
    public var total: Spread
    public init(kind: Kind, total: Spread) {
      self.kind = kind
      self.total = total
    }
  }

  public struct Benefit: Codable, Equatable, Sendable {
    /// Which of the later courses it is set against.
    public var later: Course.Kind
    public var amount: Spread
    /// The yearly probability of an incident at which neither course is cheaper; negative where acting now is cheaper
    /// without any incident, null where no probability makes them equal.
    @Null public var breakEven: Double?
    public init(later: Course.Kind, amount: Spread, breakEven: Double?) {
      self.later = later
      self.amount = amount
      self.breakEven = breakEven
    }
  }

  public struct Swing: Codable, Equatable, Sendable {
    /// ``Input/id``.
    public var input: String
    /// The benefit against acting later, priced from below, with the input at its low and at its high end.
    public var atLow: Double
    public var atHigh: Double
    public init(input: String, atLow: Double, atHigh: Double) {
      self.input = input
      self.atLow = atLow
      self.atHigh = atHigh
    }
  }

  public struct Draws: Codable, Equatable, Sendable {
    public var seed: UInt64
    public var count: Int
    /// Tenth, fiftieth and ninetieth percentile of the benefit against each later course, in the order of ``benefits``.
    public var percentiles: [Spread]
    /// The share of draws in which acting now is cheaper, in the same order.
    public var shareCheaper: [Double]
    public init(seed: UInt64, count: Int, percentiles: [Spread], shareCheaper: [Double]) {
      self.seed = seed
      self.count = count
      self.percentiles = percentiles
      self.shareCheaper = shareCheaper
    }
  }

  public init(
    currency: String, horizon: Int, inputs: [Input], lines: [Line], courses: [Course], benefits: [Benefit],
    swings: [Swing], draws: Draws
  ) {
    self.currency = currency
    self.horizon = horizon
    self.inputs = inputs
    self.lines = lines
    self.courses = courses
    self.benefits = benefits
    self.swings = swings
    self.draws = draws
  }
}
