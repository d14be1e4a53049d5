import Files
import Study

/// Types the columns of a table as its card says.
struct ColumnReader {
  let table: CSVTable

  /// Larger numbers lose their squares' sums to rounding.
  static let largest = 1e15
  /// Cards give bounds to six figures.
  private static let tolerance = 1e-5

  /// The place of a column in the file.
  func place(of column: String) throws(DatasetError) -> Int {
    do throws(FileError) { return try table.index(of: column) } catch { throw .file(error) }
  }

  func column(_ card: ColumnCard) throws(DatasetError) -> Column {
    let place = try place(of: card.name)
    let values: Column.Values =
      switch card.kind {
      case .integer, .real: try numbers(card, place)
      case .binary: try truths(card, place)
      case .categorical, .subject: try categories(card, place)
      }
    let grid: Column.Grid =
      switch card.kind {
      case .binary: .truth
      case .integer: .whole
      case .real, .categorical, .subject: .real
      }
    return Column(name: card.name, values: values, grid: grid)
  }

  /// For each row whose it is, as a number without meaning; the row's own where no column says so.
  func subjects(_ column: String?) throws(DatasetError) -> [Int] {
    guard let column else { return Array(0..<table.rowCount) }
    let found = table.codes(column: try place(of: column))
    if let empty = found.texts.firstIndex(of: ""), let row = found.codes.firstIndex(of: Int32(empty)) {
      throw value(row, column, .missingSubject)
    }
    return found.codes.map(Int.init)
  }

  private func numbers(_ card: ColumnCard, _ place: Int) throws(DatasetError) -> Column.Values {
    let found: (values: [Double], missing: [Bool])
    do throws(FileError) { found = try table.numbers(column: place) } catch { throw .file(error) }
    try check(missing: found.missing.count { $0 }, card)
    let least = card.minimum.map { $0 - Self.tolerance * abs($0) } ?? -.infinity
    let most = card.maximum.map { $0 + Self.tolerance * abs($0) } ?? .infinity
    for (row, number) in found.values.enumerated() where !found.missing[row] {
      guard abs(number) <= Self.largest else { throw value(row, card.name, .huge(number)) }
      guard card.kind == .real || number == number.rounded() else { throw value(row, card.name, .notWhole(number)) }
      guard least <= number, number <= most
      else { throw value(row, card.name, .outside(number, minimum: card.minimum, maximum: card.maximum)) }
    }
    // Adding 0 makes -0 into 0, so that equal numbers have equal bits.
    return .numbers(found.values.map { Float($0) + 0 }, missing: found.missing)
  }

  /// Two values as 0 and 1.
  private func truths(_ card: ColumnCard, _ place: Int) throws(DatasetError) -> Column.Values {
    let found = table.codes(column: place)
    let texts = found.texts.filter { !$0.isEmpty }
    try check(missing: count(of: "", in: found), card)
    try check(texts, among: card.values, found, card)
    guard texts.count <= 2 else {
      throw .column(path: table.path, column: card.name, fault: .notBinary(found: texts.count))
    }
    let levels = card.values ?? (Set(texts).isSubset(of: ["0", "1"]) ? ["0", "1"] : Levels.sorted(texts))
    let numbers = found.texts.map { $0 == levels.last && levels.count > 1 ? Float(1) : 0 }
    let missing = found.texts.map(\.isEmpty)
    return .numbers(found.codes.map { numbers[Int($0)] }, missing: found.codes.map { missing[Int($0)] })
  }

  private func categories(_ card: ColumnCard, _ place: Int) throws(DatasetError) -> Column.Values {
    let found = table.codes(column: place)
    let texts = found.texts.filter { !$0.isEmpty }
    try check(missing: count(of: "", in: found), card)
    try check(texts, among: card.values, found, card)
    if card.values == nil, let levels = card.levels, levels != texts.count {
      throw .column(path: table.path, column: card.name, fault: .levels(found: texts.count, card: levels))
    }
    var levels = card.values ?? Levels.sorted(texts)
    if texts.count < found.texts.count, !levels.contains(Levels.missing) { levels.append(Levels.missing) }
    var places: [String: Int32] = [:]
    for (place, level) in levels.enumerated() { places[level] = Int32(place) }
    let codes = found.texts.map { places[$0.isEmpty ? Levels.missing : $0] ?? 0 }
    return .codes(found.codes.map { codes[Int($0)] }, levels: levels)
  }

  private func check(missing: Int, _ card: ColumnCard) throws(DatasetError) {
    guard let said = card.missing, said != missing else { return }
    throw .column(path: table.path, column: card.name, fault: .missing(found: missing, card: said))
  }

  /// Refuses a text that the card does not list.
  private func check(
    _ texts: [String], among values: [String]?, _ found: (codes: [Int32], texts: [String]), _ card: ColumnCard
  ) throws(DatasetError) {
    guard let values else { return }
    let known = Set(values)
    for (code, text) in found.texts.enumerated() where !text.isEmpty && !known.contains(text) {
      let row = found.codes.firstIndex(of: Int32(code)) ?? 0
      throw value(row, card.name, .unknownLevel(text))
    }
  }

  private func count(of text: String, in found: (codes: [Int32], texts: [String])) -> Int {
    guard let code = found.texts.firstIndex(of: text) else { return 0 }
    return found.codes.count { $0 == Int32(code) }
  }

  private func value(_ row: Int, _ column: String, _ fault: ValueFault) -> DatasetError {
    .value(path: table.path, line: table.line(ofRow: row), column: column, fault: fault)
  }
}
