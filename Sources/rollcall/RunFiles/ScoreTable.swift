import Files
import Foundation

/// The table that `rollcall metrics` reads: a label and one or two scores a record.
struct ScoreTable {
  let truths: [Bool]
  let scores: [Double]
  /// Nil where there is no such column.
  let second: [Double]?

  /// The most bytes, unpacked.
  private static let limit = 1 << 30

  /// - Throws: ``Files/FileError`` or ``ScoreTableError``.
  init(reading url: URL) throws {
    let table = try CSVTable(reading: url, limit: Self.limit)
    let names = table.header.map { $0.trimmingCharacters(in: .whitespaces) }
    func column(_ name: String) throws -> Int {
      guard let column = names.firstIndex(of: name) else { return try table.index(of: name) }
      return column
    }
    let label = try column("label")
    let first = try column(names.contains("score_1") && !names.contains("score") ? "score_1" : "score")
    let second = names.firstIndex(of: "score_2")
    truths = try (0..<table.rowCount).map { try Self.truth(table, $0, label) }
    scores = try (0..<table.rowCount).map { try Self.score(table, $0, first) }
    self.second = try second.map { second in
      try (0..<table.rowCount).map { try Self.score(table, $0, second) }
    }
  }

  private static func truth(_ table: CSVTable, _ row: Int, _ column: Int) throws(ScoreTableError) -> Bool {
    let text = table.text(row: row, column: column)
    switch text.trimmingCharacters(in: .whitespaces).lowercased() {
    case "1", "1.0", "true": return true
    case "0", "0.0", "false": return false
    default: throw .notALabel(path: table.path, line: table.line(ofRow: row), text: text)
    }
  }

  private static func score(_ table: CSVTable, _ row: Int, _ column: Int) throws(ScoreTableError) -> Double {
    let text = table.text(row: row, column: column)
    let trimmed = text.trimmingCharacters(in: .whitespaces)
    // The standard library reads hexadecimal and NaN besides, which no table of scores means.
    let isDecimal = !trimmed.utf8.contains { $0 | 0x20 == UInt8(ascii: "x") || $0 | 0x20 == UInt8(ascii: "p") }
    guard isDecimal, let value = Double(trimmed), !value.isNaN else {
      throw .notAScore(path: table.path, line: table.line(ofRow: row), column: table.header[column], text: text)
    }
    return value
  }
}

/// What is wrong with a field of such a table.
enum ScoreTableError: Error, Equatable, CustomStringConvertible {
  case notALabel(path: String, line: Int, text: String)
  case notAScore(path: String, line: Int, column: String, text: String)

  var description: String {
    switch self {
    case .notALabel(let path, let line, let text):
      "\(path), line \(line): the label is \(Self.quoted(text)); write 1 or true for a member, 0 or false for others"
    case .notAScore(let path, let line, let column, let text):
      "\(path), line \(line): \(Self.quoted(column)) holds \(Self.quoted(text)), which is no score; give a number, inf "
        + "or -inf"
    }
  }

  private static func quoted(_ text: String) -> String {
    "'\(text.count > 40 ? text.prefix(40) + "..." : text)'"
  }
}
