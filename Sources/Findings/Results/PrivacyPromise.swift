import Maths

/// What a differentially private training promises for its unit, and by which numbers.
public struct PrivacyPromise: Codable, Equatable, Sendable {
  public enum Unit: String, Codable, Sendable { case record, subject, client }

  /// For one record, person or client of a federation, added or removed; by the PLD accountant's bound from above.
  @Exact public var epsilon: Double
  @Exact public var delta: Double
  public var unit: Unit
  /// The noise's deviation over the clipping norm.
  @Exact public var noise: Double
  @Exact public var clip: Double
  /// The probability of each unit to join a step.
  @Exact public var samplingRate: Double
  public var steps: Int
  /// Records, persons or clients that one model trains on.
  public var units: Int
  /// Whether noise and coins came from a cryptographic generator; else the promise is one of a simulation.
  public var secureNoise: Bool

  public init(
    epsilon: Double, delta: Double, unit: Unit, noise: Double, clip: Double, samplingRate: Double, steps: Int,
    units: Int, secureNoise: Bool
  ) {
    self.epsilon = epsilon
    self.delta = delta
    self.unit = unit
    self.noise = noise
    self.clip = clip
    self.samplingRate = samplingRate
    self.steps = steps
    self.units = units
    self.secureNoise = secureNoise
  }

  /// What is promised about one record, by group privacy: exchanging a client for itself without the record is removing one
  /// client and adding another.
  ///
  /// - Source: Dwork and Roth, 2014, theorem 2.2 and its form for delta above 0.
  public var ofRecord: (epsilon: Double, delta: Double) {
    unit == .client ? (2 * epsilon, min(1, delta * (1 + Elementary.exp(epsilon)))) : (epsilon, delta)
  }

  /// Whether delta is above one over the units: giving one of them away whole would keep such a promise.
  ///
  /// - Source: Dwork and Roth, "The algorithmic foundations of differential privacy", 2014, section 2.3.
  public var isLoose: Bool { delta * Double(units) > 1 }

  /// The largest true-positive rate that the promise leaves any test of a unit's presence at a false-positive rate.
  ///
  /// - Source: Kairouz, Oh and Viswanath, "The composition theorem for differential privacy", 2015, theorem 2.1.
  public func largestRate(at fpr: Double) -> Double {
    let (epsilon, delta) = ofRecord
    let growth = Elementary.exp(epsilon)
    return min(1, growth * fpr + delta, 1 - (1 - delta - fpr) / growth)
  }

  /// The largest area under a ROC that the promise leaves.
  public var largestArea: Double {
    let (epsilon, delta) = ofRecord
    let growth = Elementary.exp(epsilon)
    // Of delta = 0 it is e^epsilon / (1 + e^epsilon); on either side delta is told apart outright.
    return 1 - (1 - delta) * (1 - delta) / (1 + growth)
  }
}
