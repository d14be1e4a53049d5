import Files
import Findings
import Foundation
import Study

/// The features of the audited records, for the check that members and non-members are alike.
struct FeatureFile: Sendable {
  /// In the order of the audited records.
  let columns: [Column]

  /// Reads a table with a column of ids and one a feature: numbers where every field is one, else categories.
  ///
  /// Records of a set of models go by their numbers from 0.
  ///
  /// - Throws: ``Files/FileError``, ``AuditError``.
  init(reading url: URL, id: String, records: AuditedRecords) throws {
    let reader = try CSVRowReader(reading: url)
    guard let key = reader.header.firstIndex(of: id) else {
      throw AuditError.file(path: reader.path, problem: "there is no column \(id.excerpt): give each record's id")
    }
    let features = reader.header.indices.filter { $0 != key }
    guard !features.isEmpty else {
      throw AuditError.file(path: reader.path, problem: "there is no feature beside the id: add columns")
    }
    let known = records.names
    var table = known
    var texts = features.map { _ in TextTable() }
    var codes = features.map { _ in [Int32](repeating: -1, count: known.count) }
    var seen = 0
    while try reader.next() {
      let (place, isNew) = table.insert(reader.bytes(key))
      guard !isNew, place < known.count else {
        throw AuditError.row(
          path: reader.path, line: reader.line,
          problem: .unknownIdentifier(id: reader.text(key), other: "the predictions"))
      }
      guard codes[0][place] < 0 else {
        throw AuditError.row(path: reader.path, line: reader.line, problem: .duplicate(id: reader.text(key)))
      }
      for (index, column) in features.enumerated() {
        codes[index][place] = Int32(texts[index].insert(reader.bytes(column)).place)
      }
      seen += 1
    }
    guard seen == known.count else {
      throw AuditError.file(
        path: reader.path,
        problem: "\(NumberText.grouped(seen)) records but the predictions have \(NumberText.grouped(known.count)): "
          + "give both the same records")
    }
    columns = features.indices.map { index in
      Self.column(reader.header[features[index]], codes[index], texts[index])
    }
  }

  /// Whether the records alone tell members from others; no line where a side has too few subjects.
  func likeness(of measurement: AuditMeasurement) -> [CheckFigure] {
    let audited = measurement.audited
    let count = audited.membership.records
    let labels = audited.records.labels
    let records = Records(
      columns: columns, labels: labels.isEmpty ? Array(repeating: 0, count: count) : labels,
      classes: (0..<max(1, audited.classes)).map(String.init), subjects: audited.subjects)
    let matched = MatchedNonMembers(
      features: MatchedNonMembers.features(of: records, rows: Array(0..<count), labelled: !labels.isEmpty),
      members: Array(audited.membership.row(0)), subjects: audited.subjects, seed: measurement.seed)
    return [matched?.line(cell: measurement.cell)].compactMap { $0 }
  }

  private static func column(_ name: String, _ codes: [Int32], _ texts: TextTable) -> Column {
    var numbers: [Float] = []
    var missing: [Bool] = []
    for place in 0..<texts.count {
      // The reader of numbers looks at the byte after a text.
      let field = Array(texts.utf8(place)) + [0]
      let number = field.withUnsafeBufferPointer { DecimalText(UnsafeBufferPointer(rebasing: $0.dropLast())) }
      let isMissing = ["", "NA", "?"].contains(texts[place])
      guard number != nil || isMissing else {
        return Column(name: name, values: .codes(codes, levels: (0..<texts.count).map { texts[$0] }))
      }
      numbers.append(Float(number?.value ?? 0))
      missing.append(isMissing)
    }
    return Column(
      name: name,
      values: .numbers(codes.map { numbers[Int($0)] }, missing: codes.map { missing[Int($0)] }))
  }
}
