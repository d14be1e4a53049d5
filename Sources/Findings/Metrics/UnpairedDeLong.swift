import Maths

/// Two areas from different records, compared.
///
/// - Source: DeLong, DeLong and Clarke-Pearson, Biometrics 44, 1988, with Welch's degrees of freedom as in pROC
///   (Robin et al., BMC Bioinformatics 12, 2011).
public struct UnpairedDeLong: Equatable, Sendable {
  /// The first area less the second.
  public let difference: Double
  /// In standard errors; 0 where there is no difference.
  public let statistic: Double
  public let freedom: Double
  /// Two-sided, of equal areas.
  public let p: Double

  /// - Parameters:
  ///   - first: an area with its variance.
  ///   - count: the records of the first, 2 or more.
  ///   - second: another.
  ///   - secondCount: the records of the second, 2 or more.
  /// - Returns: Nil where a variance is undefined, or both are 0.
  public init?(_ first: DeLong, count: Int, _ second: DeLong, count secondCount: Int) {
    guard let one = first.variance, let other = second.variance, one + other > 0 else { return nil }
    difference = first.auc - second.auc
    statistic = difference / (one + other).squareRoot()
    freedom =
      (one + other) * (one + other) / (one * one / Double(count - 1) + other * other / Double(secondCount - 1))
    p = StudentT(freedom: freedom).outside(statistic)
  }
}
