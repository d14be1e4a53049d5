public import Study

/// The rates that a client states for a day; none is ever assumed.
public struct ExchangeRates: Equatable, Sendable {
  static let dollar = "USD"
  /// `yyyy-mm-dd`; nil where no rate is stated.
  public let day: String?
  private let perDollar: [String: Double]

  public init(day: String? = nil, perDollar: [String: Double] = [:]) {
    self.day = day
    self.perDollar = perDollar
  }

  public init(_ costs: Engagement.CostInputs?) {
    self.init(day: costs?.exchangeDate, perDollar: costs?.perDollar ?? [:])
  }

  /// Units of a currency for one US dollar; nil where not stated.
  public func rate(of currency: String) -> Double? { currency == Self.dollar ? 1 : perDollar[currency] }

  /// An amount in another currency; nil where a rate is missing.
  public func convert(_ amount: Double, from: String, to: String) -> Double? {
    if from == to { return amount }
    guard let one = rate(of: from), let other = rate(of: to) else { return nil }
    return amount * other / one
  }

  /// Which rates are needed to get from one currency to another, and are not stated.
  public func missing(from: String, to: String) -> [String] {
    from == to ? [] : [from, to].filter { rate(of: $0) == nil }
  }
}
