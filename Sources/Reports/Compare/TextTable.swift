/// Columns padded with spaces.
enum TextTable {
  static func text(head: [String], rows: [[String]]) -> String {
    let lines = [head] + rows
    let widths = head.indices.map { column in lines.map { $0[column].count }.max() ?? 0 }
    return lines.map { line in
      let padded = zip(line, widths).map { $0 + String(repeating: " ", count: $1 - $0.count) }.joined(separator: "  ")
      return String(padded.reversed().drop { $0 == " " }.reversed())
    }.joined(separator: "\n")
  }
}

extension Tally {
  /// `1 cell`, `2 cells`.
  static func text(_ count: Int, _ noun: String) -> String {
    "\(NumberStyle.count(count)) \(noun)\(count == 1 ? "" : "s")"
  }
}
