import Study

/// Amounts of money: the currency, a no-break space, thousands with commas.
package enum Money {
  /// `USD 83,430`; with cents below 100.
  package static func text(_ amount: Double, _ currency: String) -> String {
    currency + NumberStyle.noBreakSpace + number(amount)
  }

  static func number(_ amount: Double) -> String {
    let isWhole = amount == amount.rounded()
    return NumberStyle.fixed(amount, decimals: isWhole || abs(amount) >= 100 ? 0 : 2)
  }
}

/// A quantity as low, likely and high, written out.
struct SpreadText: Page, Equatable {
  let low: String
  let likely: String
  let high: String
  /// Whether it is one number.
  let isOne: Bool

  init(_ spread: Spread, _ written: (Double) -> String) {
    (low, likely, high) = (written(spread.low), written(spread.likely), written(spread.high))
    isOne = spread.low == spread.high
  }

  init(money spread: Spread) { self.init(spread, Money.number) }
}
