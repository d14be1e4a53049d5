/// Numbers of a drawing's own language, which no reader sees; the same on every machine.
enum Coordinate {
  /// At most one decimal: `12.3`, `-4`, `0`.
  static func tenths(_ value: Double) -> String { decimal(value, places: 1, trimmed: true) }

  /// At most two decimals.
  static func hundredths(_ value: Double) -> String { decimal(value, places: 2, trimmed: true) }

  /// Rounded to `places` decimals, halves away from zero; `trimmed` leaves out zeros at the end.
  static func decimal(_ value: Double, places: Int, trimmed: Bool = false) -> String {
    precondition(value.isFinite && abs(value) < 1e12)
    var unit = 1
    for _ in 0..<places { unit *= 10 }
    let scaled = Int((abs(value) * Double(unit)).rounded())
    var digits = String(scaled % unit)
    digits = String(repeating: "0", count: places - min(places, digits.count)) + digits
    if trimmed { while digits.last == "0" { digits.removeLast() } }
    let sign = value < 0 && scaled != 0 ? "-" : ""
    return places == 0 || digits.isEmpty ? "\(sign)\(scaled / unit)" : "\(sign)\(scaled / unit).\(digits)"
  }
}
