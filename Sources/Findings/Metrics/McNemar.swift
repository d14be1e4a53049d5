import Maths

/// Whether two attacks find different numbers of the same records.
///
/// - Source: McNemar, Psychometrika 12, 1947; exact from the binomial.
public struct McNemar: Equatable, Sendable {
  /// With a correction for continuity.
  public let correctedSquare: Double
  public let pCorrected: Double
  public let square: Double
  public let p: Double
  /// Two-sided, from the binomial with share 1/2.
  public let exactP: Double

  /// - Parameters:
  ///   - onlyFirst: records that the first finds and the second does not.
  ///   - onlySecond: the other way round.
  public init(onlyFirst: Int, onlySecond: Int) {
    precondition(onlyFirst >= 0 && onlySecond >= 0, "counts are not negative")
    let sum = Double(onlyFirst + onlySecond)
    let gap = Double(abs(onlyFirst - onlySecond))
    square = sum > 0 ? gap * gap / sum : 0
    correctedSquare = sum > 0 ? (gap - 1) * (gap - 1) / sum : 0
    // A chi-square of one degree of freedom is a squared normal.
    p = min(1, 2 * Normal.standard.survival(square.squareRoot()))
    pCorrected = min(1, 2 * Normal.standard.survival(correctedSquare.squareRoot()))
    let count = onlyFirst + onlySecond
    let tail = (0...min(onlyFirst, onlySecond)).reduce(0.0) {
      $0 + Elementary.exp(Binomial.logChoose(count, $1) - sum * Elementary.log(2))
    }
    exactP = min(1, 2 * tail)
  }
}
