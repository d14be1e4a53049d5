/// A field of a comma-separated file.
enum CSVField {
  /// Quotes as RFC 4180 asks, and takes away the power of what a spreadsheet would run as a formula.
  ///
  /// A text that starts with `=`, `+`, `-`, `@`, a tab or a line break gets an apostrophe unless it is a number.
  static func text(_ text: String) -> String {
    let isFormula = text.unicodeScalars.first.map { starters.contains($0) } ?? false
    let safe = isFormula && !isNumber(text) ? "'" + text : text
    guard safe.unicodeScalars.contains(where: { needsQuotes.contains($0) }) else { return safe }
    var quoted = "\""
    for scalar in safe.unicodeScalars {
      if scalar == "\"" { quoted.unicodeScalars.append(scalar) }
      quoted.unicodeScalars.append(scalar)
    }
    return quoted + "\""
  }

  /// The shortest text that reads back as the same number; empty where it is undefined.
  static func number(_ value: Double?) -> String {
    guard let value, !value.isNaN else { return "" }
    return value.isInfinite ? (value > 0 ? "inf" : "-inf") : "\(value)"
  }

  /// With their full-width forms, which spreadsheets treat alike.
  private static let starters: Set<Unicode.Scalar> = [
    "=", "+", "-", "@", "\t", "\r", "\n", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}",
  ]
  private static let needsQuotes: Set<Unicode.Scalar> = [",", "\"", "\r", "\n"]

  private static func isNumber(_ text: String) -> Bool {
    text.allSatisfy { $0.isASCII && ($0.isNumber || "+-.eE".contains($0)) } && Double(text) != nil
  }
}
