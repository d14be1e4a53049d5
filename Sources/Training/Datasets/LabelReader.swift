import Files

/// Reads the column that is learnt.
struct LabelReader {
  let table: CSVTable
  let card: LabelCard

  /// The most classes.
  static let classLimit = 1000

  /// One label a row, and what the labels are called.
  func read() throws(DatasetError) -> (codes: [Int], classes: [String]) {
    let found = table.codes(column: try ColumnReader(table: table).place(of: card.column))
    if let empty = found.texts.firstIndex(of: "") { throw value(found, empty, .missingLabel) }
    let classes = card.counts?.map(\.label) ?? Levels.sorted(found.texts)
    try check(found.texts.count, classes.count)
    var places: [String: Int] = [:]
    for (place, label) in classes.enumerated() { places[label] = place }
    var codes: [Int] = []
    for (code, text) in found.texts.enumerated() {
      guard let place = places[text], !Self.isNoLabel(text) else { throw value(found, code, .notALabel(text)) }
      codes.append(place)
    }
    let labels = found.codes.map { codes[Int($0)] }
    var counts = [Int](repeating: 0, count: classes.count)
    for label in labels { counts[label] += 1 }
    for (count, said) in zip(counts, card.counts ?? []) where count != said.records {
      throw column(.count(label: said.label, found: count, card: said.records))
    }
    return (labels, classes)
  }

  private func check(_ found: Int, _ classes: Int) throws(DatasetError) {
    guard found > 1 else { throw column(.oneClass) }
    guard classes <= Self.classLimit else { throw column(.tooManyClasses(found: classes, limit: Self.classLimit)) }
    if let said = card.classes, said != classes { throw column(.classes(found: classes, card: said)) }
  }

  /// What programs write where there is no number.
  static func isNoLabel(_ text: String) -> Bool { ["nan", "inf", "-inf", "na"].contains(text.lowercased()) }

  private func value(_ found: (codes: [Int32], texts: [String]), _ code: Int, _ fault: ValueFault) -> DatasetError {
    let row = found.codes.firstIndex(of: Int32(code)) ?? 0
    return .value(path: table.path, line: table.line(ofRow: row), column: card.column, fault: fault)
  }

  private func column(_ fault: ColumnFault) -> DatasetError {
    .column(path: table.path, column: card.column, fault: fault)
  }
}
