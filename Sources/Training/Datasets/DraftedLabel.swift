import Files

/// The column that a draft takes for the label.
struct DraftedLabel {
  let place: Int
  let name: String
  /// Why this column.
  let reason: String
  let counts: [LabelCard.Count]

  private static let usualNames = ["label", "target", "class", "y"]

  /// Nil where no column can be a label.
  init?(_ table: CSVTable) {
    let lowered = table.header.map { $0.lowercased() }
    let named = Self.usualNames.compactMap { lowered.firstIndex(of: $0) }
    for place in named + table.header.indices.reversed() {
      guard let counts = Self.counts(table, place) else { continue }
      self.place = place
      self.counts = counts
      name = table.header[place]
      reason = named.contains(place) ? "guessed by name" : "guessed: the last column that can be a label"
      return
    }
    return nil
  }

  /// Records a class, or nil where the column lacks values or nearly every record would be a class of its own.
  private static func counts(_ table: CSVTable, _ place: Int) -> [LabelCard.Count]? {
    let found = table.codes(column: place)
    guard 2...min(LabelReader.classLimit, max(2, table.rowCount / 2)) ~= found.texts.count,
      !found.texts.contains(""), found.texts.allSatisfy({ !LabelReader.isNoLabel($0) })
    else { return nil }
    var counts: [String: Int] = [:]
    for code in found.codes { counts[found.texts[Int(code)], default: 0] += 1 }
    return Levels.sorted(found.texts).map { LabelCard.Count(label: $0, records: counts[$0] ?? 0) }
  }
}
