import Files
import Foundation
import Study

/// One model's answers about N records, read from a table.
struct PredictionFile: Sendable {
  /// What is told of each class.
  enum Form: Equatable, Sendable {
    case probabilities, logits, labels
    /// The `told` largest probabilities; of `unknown` records not the true label's.
    case best(told: Int, unknown: Int)

    /// `probabilities of 10 classes`.
    func text(classes: Int) -> String {
      switch self {
      case .probabilities: "probabilities of \(classes) classes"
      case .logits: "logits of \(classes) classes"
      case .labels: "labels of \(classes) classes"
      case .best(let told, let unknown):
        "the \(told) best probabilit\(told == 1 ? "y" : "ies") of \(classes) classes"
          + (unknown > 0 ? ", without the true label's for \(NumberText.grouped(unknown)) records" : "")
      }
    }
  }

  let records: AuditedRecords
  let form: Form
  let classes: Int
  let observation: Observation
  let correct: [Bool]
  /// Nil for logits and labels.
  let resolution: ResolutionReader.Finding?
  /// Columns that were not looked at.
  let ignored: [String]

  /// How to read a table.
  struct Options: Sendable {
    var columns = ColumnNames()
    /// Whether each record's probabilities are divided by their sum.
    var normalise = false
    /// h, where it is given.
    var resolution: Double?
  }

  /// Reads a table, plain or packed, a row at a time.
  ///
  /// - Throws: ``Files/FileError``, ``AuditError``.
  init(reading url: URL, options: Options) throws {
    let reader = try CSVRowReader(reading: url)
    let layout = try PredictionLayout(reader, columns: options.columns)
    var rows = PredictionRows(layout, normalise: options.normalise)
    while try reader.next() {
      do throws(RowFault) { try rows.add(reader) } catch {
        throw AuditError.row(path: reader.path, line: reader.line, problem: error.problem)
      }
    }
    guard rows.records.truths.count > 0 else { throw reader.fault(.headerOnly) }
    try AuditedRecords.checkSides(rows.records.truths, path: reader.path)
    ignored = layout.ignored
    correct = rows.maker.correct
    records = rows.records.records(labels: rows.labels)
    let finding = options.resolution.map { ResolutionReader.Finding.given($0) } ?? rows.resolution.finding
    switch layout.form {
    case .probabilities where rows.told < layout.answers.count:
      form = .best(told: rows.told, unknown: rows.maker.unknown)
      classes = layout.answers.count
      resolution = finding
      observation = rows.maker.observation(bestWithin: finding.h)
      return
    case .probabilities, .best:
      classes = layout.answers.count
      resolution = finding
      observation = rows.maker.observation(probabilitiesWithin: finding.h)
    case .logits:
      classes = layout.answers.count
      resolution = nil
      observation = rows.maker.observation()
    case .labels:
      classes = rows.highest + 1
      resolution = nil
      observation = rows.maker.labelsOnly()
    }
    form = layout.form
  }
}

/// Which column holds what.
struct PredictionLayout {
  let form: PredictionFile.Form
  let id: Int
  let member: Int
  let label: Int
  let subject: Int?
  let group: Int?
  /// One a class, in the order of classes; a single one for labels.
  let answers: [Int]
  let names: [String]
  let ignored: [String]

  init(_ reader: CSVRowReader, columns: ColumnNames) throws {
    let header = reader.header
    func place(_ name: String) throws -> Int {
      guard let place = header.firstIndex(of: name) else {
        throw AuditError.file(path: "\(reader.path), line 1", problem: Self.missing(name, in: header))
      }
      return place
    }
    id = try place(columns.id)
    member = try place(columns.member)
    label = try place(columns.label)
    subject = header.firstIndex(of: columns.subject)
    group = header.firstIndex(of: columns.group)
    let probabilities = try Self.classes(header, prefix: columns.probability, path: reader.path)
    let logits = try Self.classes(header, prefix: columns.logit, path: reader.path)
    if !probabilities.isEmpty {
      (form, answers) = (.probabilities, probabilities)
    } else if !logits.isEmpty {
      (form, answers) = (.logits, logits)
    } else if let prediction = header.firstIndex(of: columns.prediction) {
      (form, answers) = (.labels, [prediction])
    } else {
      throw AuditError.file(
        path: "\(reader.path), line 1",
        problem: "there are no answers: give probabilities in columns \(columns.probability)0, "
          + "\(columns.probability)1 ..., logits in \(columns.logit)0 ..., or labels in \(columns.prediction); other "
          + "names can be told with --columns")
    }
    names = header
    let used = Set([id, member, label] + [subject, group].compactMap { $0 } + answers)
    ignored = header.indices.filter { !used.contains($0) }.map { header[$0] }
  }

  private static func missing(_ name: String, in header: [String]) -> String {
    "there is no column \(name.excerpt); the file has \(header.prefix(12).map(\.excerpt).joined(separator: ", "))"
      + "\(header.count > 12 ? " ..." : ""): add it, or tell its name with --columns"
  }

  /// The columns of all classes; none where no column has the prefix and a number.
  private static func classes(_ header: [String], prefix: String, path: String) throws -> [Int] {
    var places: [Int: Int] = [:]
    for (place, name) in header.enumerated() where name.hasPrefix(prefix) {
      let number = name.dropFirst(prefix.count)
      if let index = Int(number), index >= 0, String(index) == number { places[index] = place }
    }
    guard let last = places.keys.max() else { return [] }
    guard last > 0 else {
      throw AuditError.file(
        path: "\(path), line 1", problem: "there is one class alone: give a column for each of two or more")
    }
    return try (0...min(last, CSVLimits.columns)).map { index in
      guard let place = places[index] else {
        throw AuditError.file(path: "\(path), line 1", problem: missing("\(prefix)\(index)", in: header))
      }
      return place
    }
  }
}

/// Bounds of tables.
enum CSVLimits {
  static let columns = 1 << 14
}
