/// Numbers as messages print them.
enum NumberText {
  /// With commas: `1,000,000`.
  static func grouped(_ number: Int) -> String {
    var result = ""
    for (place, digit) in String(number).reversed().enumerated() {
      if place > 0, place.isMultiple(of: 3), digit != "-" { result.append(",") }
      result.append(digit)
    }
    return String(result.reversed())
  }
}
