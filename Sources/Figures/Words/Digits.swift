/// A number with at most one decimal: `12.3`, `-4`, `0`; the same on every machine.
func tenths(_ value: Double) -> String { decimal(value, places: 1, trimmed: true) }

/// A number with at most two decimals.
func hundredths(_ value: Double) -> String { decimal(value, places: 2, trimmed: true) }

/// A number rounded to `places` decimals, halves away from zero; `trimmed` leaves out zeros at the end.
func decimal(_ value: Double, places: Int, trimmed: Bool = false) -> String {
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

/// A count with commas: `1,000`.
func grouped(_ count: Int) -> String {
  var text = ""
  for (place, digit) in String(abs(count)).reversed().enumerated() {
    if place > 0 && place % 3 == 0 { text.append(",") }
    text.append(digit)
  }
  return (count < 0 ? "-" : "") + String(text.reversed())
}
