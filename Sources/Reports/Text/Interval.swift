import Findings
import Study

/// A number and its interval, each part written with the same decimals.
package struct Interval: Page, Equatable {
  /// With its unit: `7.2 %`, `0.681`; `n/a` where undefined.
  package let value: String
  package let low: String
  package let high: String
  /// `5.9–8.6`, for tables.
  package let range: String
  /// `95 %`.
  package let level: String
  package let defined: Bool
  /// Whether the ends of the interval are numbers.
  package let bounded: Bool
  /// Why the value is undefined; empty where it is not.
  package let reason: String

  /// A share in 0...1, written as percent.
  package static func percent(_ share: Double, _ low: Double, _ high: Double, level: Double, reason: String) -> Interval
  {
    let decimals = NumberStyle.decimals(points: 100 * (high - low))
    return Interval(
      [100 * share, 100 * low, 100 * high], decimals: decimals, unit: NumberStyle.noBreakSpace + "%", level: level,
      reason: reason)
  }

  /// A number without unit, such as an AUC.
  package static func plain(_ value: Double, _ low: Double, _ high: Double, level: Double, reason: String) -> Interval {
    let decimals = high - low >= 0.1 ? 2 : 3
    return Interval([value, low, high], decimals: decimals, unit: "", level: level, reason: reason)
  }

  private init(_ numbers: [Double], decimals: Int, unit: String, level: Double, reason: String) {
    let written = numbers.map { NumberStyle.fixed($0, decimals: decimals) }
    defined = !numbers[0].isNaN
    bounded = defined && !numbers[1].isNaN && !numbers[2].isNaN
    value = defined ? written[0] + unit : NumberStyle.undefined
    low = written[1]
    high = written[2]
    range = written[1] + NumberStyle.enDash + written[2]
    let percents = 100 * level
    self.level = NumberStyle.percent(level, decimals: percents == percents.rounded() ? 0 : 1)
    self.reason = defined ? "" : reason
  }
}

extension Interval {
  /// The share of members found at an operating point.
  init(_ point: OperatingPoint) {
    self = .percent(point.value, point.low, point.high, level: point.level, reason: say("no members to find"))
  }

  /// A share of members or of others.
  init(share: Estimate) {
    self = .percent(share.value, share.low, share.high, level: share.level, reason: say("no members to find"))
  }

  /// How often an accusation is right.
  init(worth: PredictiveValue) {
    self = .percent(worth.value, worth.low, worth.high, level: 0.95, reason: say("nobody is accused"))
  }

  init(auc: Estimate) {
    self = .plain(auc.value, auc.low, auc.high, level: auc.level, reason: say("no member and non-member to compare"))
  }

  init(accuracy: Estimate) {
    self = .percent(
      accuracy.value, accuracy.low, accuracy.high, level: accuracy.level,
      reason: say("no record outside a training half"))
  }
}
