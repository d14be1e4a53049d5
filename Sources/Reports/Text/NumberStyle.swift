import Foundation
import Study

/// How numbers are written: thousands with commas, true minus, no-break spaces, decimals that the interval supports.
package enum NumberStyle {
  static let noBreakSpace = "\u{A0}"
  static let minus = "\u{2212}"
  static let enDash = "\u{2013}"
  /// Stands for a number that is undefined.
  package static let undefined = "n/a"

  /// A number with a fixed number of decimals; halves go away from zero, as figures write them.
  package static func fixed(_ value: Double, decimals: Int) -> String {
    guard value.isFinite else { return value.isNaN ? undefined : (value < 0 ? minus : "") + "∞" }
    let digits = digits(abs(value), decimals: decimals)
    let whole = digits.prefix { $0 != "." }
    let isZero = digits.allSatisfy { $0 == "0" || $0 == "." }
    return (value < 0 && !isZero ? minus : "") + grouped(String(whole))
      + Language.spoken.decimal(String(digits.dropFirst(whole.count)))
  }

  private static func digits(_ value: Double, decimals: Int) -> String {
    var unit = 1.0
    for _ in 0..<decimals { unit *= 10 }
    let scaled = (value * unit).rounded()
    // Beyond it not every whole number is one.
    guard scaled < 0x1p53 else { return String(format: "%.\(decimals)f", value) }
    guard decimals > 0 else { return String(Int(scaled)) }
    let text = String(Int(scaled))
    let padded = String(repeating: "0", count: max(0, decimals + 1 - text.count)) + text
    return padded.dropLast(decimals) + "." + padded.suffix(decimals)
  }

  /// An epsilon of differential privacy: `2.24`, `14.3`.
  package static func epsilon(_ value: Double) -> String { fixed(value, decimals: value < 10 ? 2 : 1) }

  /// A whole number: `20,000`.
  package static func count(_ value: Int) -> String {
    (value < 0 ? minus : "") + grouped(String(value.magnitude))
  }

  /// A share in 0...1 as percent: `7.2 %`.
  package static func percent(_ share: Double, decimals: Int = 1) -> String {
    share.isNaN ? undefined : fixed(100 * share, decimals: decimals) + noBreakSpace + "%"
  }

  /// Decimals of a percentage whose interval is `width` points wide: the last digit is at most a tenth of it.
  package static func decimals(points width: Double) -> Int {
    switch width {
    case 10...: 0
    case 1..<10: 1
    case 0.1..<1: 2
    case 0.001..<0.1: 3
    default: 1
    }
  }

  /// A rate in words: `1 in 1,000`, `3 in 100`; "about" where it is no such fraction.
  package static func rate(_ rate: Double) -> String {
    guard rate > 0, rate.isFinite else { return rate == 0 ? say("none") : undefined }
    let inverse = 1 / rate
    guard inverse < 1e12 else { return say("fewer than 1 in \(count(1_000_000_000_000))") }
    if rate >= 1 { return say("all") }
    if isWhole(inverse) { return say("1 in \(count(Int(inverse.rounded())))") }
    for denominator in [10.0, 100, 1_000, 10_000, 100_000, 1_000_000] where isWhole(rate * denominator) {
      return say("\(count(Int((rate * denominator).rounded()))) in \(count(Int(denominator)))")
    }
    return say("about 1 in \(count(Int(inverse.rounded())))")
  }

  /// A probability of error: two decimals, three below 0.1.
  package static func probability(_ p: Double) -> String {
    if p.isNaN { return undefined }
    return p < 0.001 ? say("below 0.001") : fixed(p, decimals: p < 0.1 ? 3 : 2)
  }

  private static func isWhole(_ value: Double) -> Bool {
    value >= 0.5 && abs(value - value.rounded()) < 1e-9 * max(1, value)
  }

  private static func grouped(_ digits: String) -> String { Language.spoken.grouped(digits) }
}
