/// The share of the accused who are members, for a given share of members among those asked about.
public struct PredictiveValue: Codable, Equatable, Sendable {
  /// The share of members among those asked about, in 0...1.
  public var prior: Double
  /// prior TPR / (prior TPR + (1 - prior) FPR); null where nobody is accused.
  @Exact public var value: Double
  @Exact public var low: Double
  @Exact public var high: Double

  /// A client's half, one in ten, and one in a hundred.
  public static let priors = [0.5, 0.1, 0.01]

  /// From two rates whose intervals each hold at a level of 1 - 0.05 / 2, so that this one holds at 0.95.
  ///
  /// The value rises with the one rate and falls with the other, so opposite ends give its own.
  public init(prior: Double, tpr: Estimate, fpr: Estimate) {
    self.prior = prior
    value = Self.value(prior, tpr.value, fpr.value)
    let low = Self.value(prior, tpr.low, fpr.high)
    let high = Self.value(prior, tpr.high, fpr.low)
    self.low = low.isNaN ? 0 : low
    self.high = high.isNaN ? 1 : high
  }

  /// NaN where neither rate is above 0.
  public static func value(_ prior: Double, _ tpr: Double, _ fpr: Double) -> Double {
    prior * tpr / (prior * tpr + (1 - prior) * fpr)
  }
}
