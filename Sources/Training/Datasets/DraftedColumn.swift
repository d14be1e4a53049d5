import Files

/// What a draft makes of a column.
struct DraftedColumn {
  let name: String
  /// Nil where the column is left out.
  let kind: ColumnCard.Kind?
  /// Its line in the card.
  let line: String

  var isFeature: Bool { kind != nil && kind != .subject }

  /// More levels than this are counted, not listed.
  private static let listed = 200
  /// Fewer different texts than this are levels even if hardly one occurs twice.
  private static let fewLevels = 20
  private static let subjectNames = [
    "subject_id", "patient_id", "person_id", "user_id", "customer_id", "client_id", "member_id", "subject", "patient",
  ]
  private static let rowNames = ["id", "index", "row", "row_id", "rownames", "unnamed: 0"]

  /// All columns but the label, in the order of the file.
  static func all(of table: CSVTable, label: Int) -> [DraftedColumn] {
    let subject = table.header.indices.first { place in
      place != label && subjectNames.contains(table.header[place].lowercased())
        && !table.codes(column: place).texts.contains("")
    }
    return table.header.indices.filter { $0 != label }.map { place in
      let name = table.header[place]
      if place == subject {
        return DraftedColumn(name, .subject, ["missing: 0"])
      }
      return numeric(table, place) ?? categorical(table, place)
    }
  }

  private init(_ name: String, _ kind: ColumnCard.Kind, _ facts: [String]) {
    self.name = name
    self.kind = kind
    let all = ["name: \(YAMLText.quoted(name))", "type: \(kind.rawValue)"] + facts
    line = "  - {\(all.joined(separator: ", "))}"
  }

  private init(leavingOut name: String, because reason: String) {
    self.name = name
    kind = nil
    line = "  # left out: \(name.excerpt) \(reason)"
  }

  /// Nil where the column is not one of numbers.
  private static func numeric(_ table: CSVTable, _ place: Int) -> DraftedColumn? {
    guard let found = try? table.numbers(column: place) else { return nil }
    let name = table.header[place]
    let values = zip(found.values, found.missing).filter { !$0.1 }.map(\.0)
    guard let least = values.min(), let most = values.max() else {
      return DraftedColumn(leavingOut: name, because: "is empty")
    }
    guard max(abs(least), abs(most)) <= ColumnReader.largest else {
      return DraftedColumn(leavingOut: name, because: "has numbers beyond 1e15: rescale it")
    }
    if rowNames.contains(name.lowercased()), Set(values).count == table.rowCount {
      return DraftedColumn(leavingOut: name, because: "numbers the rows")
    }
    let missing = "missing: \(table.rowCount - values.count)"
    if Set(table.codes(column: place).texts).isSubset(of: ["", "0", "1"]) {
      return DraftedColumn(name, .binary, [missing])
    }
    let isWhole = values.allSatisfy { $0 == $0.rounded() }
    return DraftedColumn(
      name, isWhole ? .integer : .real, ["min: \(text(least))", "max: \(text(most))", missing])
  }

  private static func categorical(_ table: CSVTable, _ place: Int) -> DraftedColumn {
    let found = table.codes(column: place)
    let name = table.header[place]
    let values = Levels.sorted(found.texts.filter { !$0.isEmpty })
    if values.count > fewLevels, values.count > table.rowCount / 2 {
      return DraftedColumn(
        leavingOut: name,
        because: "has \(values.count) different values in \(table.rowCount) rows: names, texts or dates are no feature")
    }
    let empty = found.texts.firstIndex(of: "").map { code in found.codes.count { $0 == Int32(code) } } ?? 0
    var facts = ["levels: \(values.count)", "missing: \(empty)"]
    if values.count <= listed, values.allSatisfy({ $0.utf8.count <= CardNode.textLimit }) {
      facts.append("values: [\(values.map(YAMLText.quoted).joined(separator: ", "))]")
    }
    return DraftedColumn(name, .categorical, facts)
  }

  private static func text(_ number: Double) -> String {
    number == number.rounded() ? "\(Int(number))" : "\(number)"
  }
}
