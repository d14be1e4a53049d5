/// A number with its interval and where the interval comes from.
public struct Estimate: Codable, Equatable, Sendable {
  @Exact public var value: Double
  @Exact public var low: Double
  @Exact public var high: Double
  /// The share of intervals made this way that cover the truth, such as 0.95.
  public var level: Double
  /// `bootstrap`, `delong`, `delong-clustered` or `clopper-pearson`; of the first three, an end at an area of 0 or 1 or a
  /// rate of 0 or 1 is the exact bound where the method itself would give no width.
  public var method: Method

  public enum Method: String, Codable, Sendable {
    /// Complementary pairs and subjects redrawn, percentile.
    case bootstrap
    /// DeLong's variance, normal.
    case delong
    /// DeLong's variance between subjects, normal.
    case delongClustered = "delong-clustered"
    case clopperPearson = "clopper-pearson"
    /// The same of as many independent counts as the clustered ones amount to.
    case clopperPearsonClustered = "clopper-pearson-clustered"
    /// What redrawing subjects comes to at first order, normal: for more records than can be redrawn.
    case linearised
  }

  public init(value: Double, low: Double, high: Double, level: Double = 0.95, method: Method) {
    self.value = value
    self.low = low
    self.high = high
    self.level = level
    self.method = method
  }
}

/// One point of a ROC at the largest true-positive rate whose false-positive rate is within a limit.
public struct OperatingPoint: Codable, Equatable, Sendable {
  /// The limit asked for, in 0...1.
  public var fprLimit: Double
  /// Whether the numbers of non-members can tell such a rate.
  public var resolved: Bool
  /// The false-positive rate reached, at most the limit.
  @Exact public var fpr: Double
  /// Members found.
  public var tp: Int
  /// Non-members wrongly accused.
  public var fp: Int
  /// The true-positive rate and its interval.
  @Exact public var value: Double
  @Exact public var low: Double
  @Exact public var high: Double
  public var level: Double
  public var method: Estimate.Method

  /// Whether the whole interval lies above the limit, which guessing finds.
  public var isAboveGuessing: Bool { low > fprLimit }

  public init(
    fprLimit: Double, resolved: Bool, fpr: Double, tp: Int, fp: Int, value: Double, low: Double, high: Double,
    level: Double = 0.95, method: Estimate.Method
  ) {
    self.fprLimit = fprLimit
    self.resolved = resolved
    self.fpr = fpr
    self.tp = tp
    self.fp = fp
    self.value = value
    self.low = low
    self.high = high
    self.level = level
    self.method = method
  }
}
