import Findings
import Study

/// How amounts are written: the currency, then thousands with commas; cents never.
enum MoneyStyle {
  static func amount(_ value: Double, _ currency: String) -> String {
    currency + NumberStyle.noBreakSpace + rounded(value)
  }

  /// Three significant figures, since nothing priced here is known better.
  static func rounded(_ value: Double) -> String {
    guard value.isFinite else { return NumberStyle.undefined }
    var unit = 1.0
    while abs(value) / unit >= 1_000 { unit *= 10 }
    return NumberStyle.fixed((value / unit).rounded() * unit, decimals: 0)
  }

  /// A number as it was stated or computed by a rule, to the unit.
  static func exact(_ value: Double, _ currency: String) -> String {
    currency + NumberStyle.noBreakSpace + NumberStyle.fixed(value, decimals: 0)
  }
}

/// Low, likely and high as a template shows them.
struct SpreadText: Page {
  let low: String
  let likely: String
  let high: String
  /// Whether all three are one.
  let isCertain: Bool

  init(money spread: Spread) {
    low = MoneyStyle.rounded(spread.low)
    likely = MoneyStyle.rounded(spread.likely)
    high = MoneyStyle.rounded(spread.high)
    isCertain = spread.low == spread.high
  }

  init(_ input: CostEstimate.Input) {
    let text = { (value: Double) -> String in
      switch input.unit {
      case .money: NumberStyle.fixed(value, decimals: value != value.rounded() && abs(value) < 100 ? 2 : 0)
      case .share: NumberStyle.percent(value, decimals: abs(value) < 0.01 && value != 0 ? 2 : 1)
      case .count, .runs, .years: NumberStyle.fixed(value, decimals: 0)
      case .days, .hours, .factor: NumberStyle.fixed(value, decimals: value == value.rounded() ? 0 : 2)
      }
    }
    low = text(input.value.low)
    likely = text(input.value.likely)
    high = text(input.value.high)
    isCertain = input.value.low == input.value.high
  }
}
