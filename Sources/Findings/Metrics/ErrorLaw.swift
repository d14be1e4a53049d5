import Maths

/// How far an estimate may lie from the truth: Student's law with a deviation.
public struct ErrorLaw: Equatable, Sendable {
  public let deviation: Double
  /// Infinite for the normal.
  public let freedom: Double

  /// Beyond it Student's law is the normal to four digits.
  private static let normalFrom = 10_000.0
  /// The chance that a difference of the smallest visible size is shown.
  private static let power = 0.8

  private var isNormal: Bool { freedom >= Self.normalFrom }

  init(deviation: Double, freedom: Double = .infinity) {
    self.deviation = deviation
    self.freedom = freedom
  }

  /// Half the width of an interval.
  public func reach(level: Double) -> Double {
    guard deviation > 0 else { return 0 }
    return deviation
      * (isNormal ? Normal.standard.quantile(0.5 + level / 2) : StudentT(freedom: freedom).reach(level: level))
  }

  /// Two-sided, of an error at least as large.
  public func p(_ error: Double) -> Double {
    guard deviation > 0 else { return error == 0 ? 1 : 0 }
    let t = abs(error) / deviation
    return isNormal ? min(1, 2 * Normal.standard.survival(t)) : StudentT(freedom: freedom).outside(t)
  }

  /// The smallest difference that a two-sided test at `level` shows with a power of 80 %.
  func visible(level: Double) -> Double {
    reach(level: 1 - level) + deviation * Normal.standard.quantile(Self.power)
  }
}
