import Study

/// How rates are said.
package enum Rates {
  /// Between a number and its unit: keeps them on one line.
  static let space = "\u{A0}"

  /// A share as a percentage with two or more digits where they mean something: `0.58 %`, `7.2 %`, `44 %`.
  ///
  /// Only all is `100 %` and only none is `0 %`.
  package static func percent(_ share: Double) -> String { number(share) + space + "%" }

  /// The same without its unit.
  static func number(_ share: Double) -> String {
    let value = 100 * share
    if value <= 0 { return "0" }
    if value >= 100 { return "100" }
    if value >= 99.5 { return value >= 99.9 ? Language.spoken.decimal("99.9") : decimal(value, places: 1) }
    if value >= 9.95 { return decimal(value, places: 0) }
    if value >= 0.995 { return decimal(value, places: 1) }
    if value >= 0.0995 { return decimal(value, places: 2) }
    return value >= 0.001 ? decimal(value, places: 3, trimmed: true) : Language.spoken.decimal("0.001")
  }

  /// A limit or a tick, which is no measurement: `1 %`, `0.1 %`.
  package static func exact(_ rate: Double) -> String { decimal(100 * rate, places: 6, trimmed: true) + space + "%" }

  /// A share of something that it may exceed, such as accuracy kept: `97`, `102`.
  package static func part(_ share: Double) -> String {
    share > 1 ? decimal(100 * share, places: 0) : number(share)
  }

  /// `5.9 to 8.6`.
  static func interval(_ low: Double, _ high: Double) -> String { say("\(number(low)) to \(number(high))") }

  /// `44 % (41 to 47)`.
  static func estimate(_ value: Double, _ low: Double, _ high: Double) -> String {
    "\(percent(value)) (\(interval(low, high)))"
  }

  /// A rate as people say it: `1 in 1,000`, `all`.
  package static func oneIn(_ rate: Double) -> String {
    if rate >= 1 { return say("all") }
    guard rate > 1e-9 else { return say("none") }
    let times = (1 / rate).rounded()
    let exact = abs(times * rate - 1) < 1e-6
    return exact ? say("1 in \(grouped(Int(times)))").replacingSpaces() : Self.exact(rate)
  }
}

extension String {
  /// With spaces that do not end a line.
  func replacingSpaces() -> String { String(map { $0 == " " ? Character(Rates.space) : $0 }) }

  /// Text from a user, fit for one line.
  ///
  /// Control and direction characters become spaces, and it has at most `limit` characters. Characters that no font has
  /// are left for the typesetter to name.
  func tidied(limit: Int) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in unicodeScalars { scalars.append(scalar.isInvisible ? " " : scalar) }
    let words = String(scalars).split(separator: " ").joined(separator: " ")
    return words.count <= limit ? words : words.prefix(limit - 1) + "…"
  }
}

extension Unicode.Scalar {
  fileprivate var isInvisible: Bool {
    switch properties.generalCategory {
    // Joiners (U+200C and U+200D) belong to the spelling of some scripts.
    case .format: value != 0x200C && value != 0x200D
    case .control, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }
}
