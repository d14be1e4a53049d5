import Study

/// Amounts of money on a figure, in thousands or millions of a currency.
struct Thousands {
  /// Units of the currency for one shown.
  let unit: Double
  /// `thousand` or `million`; empty where amounts are small.
  let name: String

  /// - Parameter largest: The largest amount shown, whatever its sign.
  init(largest: Double) {
    switch abs(largest) {
    case 20_000_000...: (unit, name) = (1_000_000, say("million"))
    case 5_000...: (unit, name) = (1_000, say("thousand"))
    default: (unit, name) = (1, "")
    }
  }

  /// Two or three figures.
  func text(_ amount: Double) -> String {
    let value = amount / unit
    guard value.isFinite, abs(value) < 1e9 else { return "n/a" }
    return abs(value) < 10 && unit > 1 ? tenths(value) : Self.grouped(value)
  }

  private static func grouped(_ value: Double) -> String {
    let sign = value < 0 ? "\u{2212}" : ""
    return sign + Figures.grouped(Int(abs(value).rounded()))
  }

  /// The same with its sign: `+50`, `−50`, `0`.
  func signed(_ amount: Double) -> String { (amount > 0 ? "+" : "") + text(amount).replacing("-", with: "\u{2212}") }

  /// `SGD thousand`.
  func unit(of currency: String) -> String { name.isEmpty ? currency : "\(currency) \(name)" }
}
