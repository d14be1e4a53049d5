/// What a cell comes to on one quarter of its models and people: what a defence is chosen by, or verified on.
public struct QuarterResult: Codable, Equatable, Sendable {
  /// Of the quarter's models about its people outside their halves, and a half of the population.
  @Exact public var accuracy: Double
  @Exact public var balancedAccuracy: Double
  public var attacks: [AttackRates]

  public init(accuracy: Double, balancedAccuracy: Double, attacks: [AttackRates]) {
    self.accuracy = accuracy
    self.balancedAccuracy = balancedAccuracy
    self.attacks = attacks
  }

  /// One attack's true-positive rates at the limits of reports.
  public struct AttackRates: Codable, Equatable, Sendable {
    public var id: String
    public var rates: [RateAtLimit]
    public init(id: String, rates: [RateAtLimit]) {
      self.id = id
      self.rates = rates
    }
  }

  public struct RateAtLimit: Codable, Equatable, Sendable {
    public var fprLimit: Double
    @Exact public var tpr: Double
    /// Whether the quarter's non-members can tell such a rate.
    public var resolved: Bool
    public init(fprLimit: Double, tpr: Double, resolved: Bool) {
      self.fprLimit = fprLimit
      self.tpr = tpr
      self.resolved = resolved
    }
  }
}
