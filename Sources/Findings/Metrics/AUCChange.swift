import Maths

/// The change of an area between two runs of which only areas and standard errors are known.
///
/// Their records are taken as independent; where they are shared, the paired comparison is sharper.
public struct AUCChange: Equatable, Sendable {
  /// The second area less the first.
  public let difference: Double
  /// Of the difference.
  public let error: Double

  /// - Parameters:
  ///   - first: an area and its standard error.
  ///   - second: likewise.
  public init(from first: (auc: Double, error: Double), to second: (auc: Double, error: Double)) {
    difference = second.auc - first.auc
    error = (first.error * first.error + second.error * second.error).squareRoot()
  }

  /// The difference in standard errors; 0 where there is no difference.
  public var z: Double { difference == 0 ? 0 : difference / error }
  /// Of no change.
  public var pTwoSided: Double { min(1, 2 * Normal.standard.survival(abs(z))) }
  /// Of no rise.
  public var pIncrease: Double { Normal.standard.survival(z) }

  /// The normal interval of the difference.
  public func interval(level: Double = 0.95) -> ClosedRange<Double> {
    let reach = Normal.standard.quantile(0.5 + level / 2) * error
    return difference - reach...difference + reach
  }
}
