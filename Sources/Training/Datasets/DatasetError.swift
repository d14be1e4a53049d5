public import Files

/// Why a dataset could not be found, described or loaded.
public enum DatasetError: Error, Equatable, CustomStringConvertible {
  /// No card has the name.
  case unknown(name: String, nearest: [String])
  /// The card cannot be used; `line` counts from 1.
  case card(path: String, line: Int?, fault: CardFault)
  /// The data file, or a folder, cannot be read.
  case file(FileError)
  /// The data file is not the one that the card was written for.
  case altered(path: String)
  /// One field cannot be what the card says.
  case value(path: String, line: Int, column: String, fault: ValueFault)
  /// A whole column cannot be what the card says.
  case column(path: String, column: String, fault: ColumnFault)
  /// The first subject drawn has more records than asked for, or the draw is empty.
  case fewRows(path: String, rows: Int)
  /// The features as numbers would not fit in memory.
  case tooWide(path: String, records: Int, inputs: Int)
  /// The files are not shipped and none of the folders holds them.
  case absent(name: String, file: String, obtain: String)
  /// An image file is not what its name says.
  case images(path: String, problem: String)
  /// No column of a table without a card can be its label, or nothing is left as a feature.
  case noDraft(path: String, lacking: String)

  public var description: String {
    switch self {
    case .unknown(let name, let nearest):
      "no dataset is called \(name.excerpt); "
        + (nearest.isEmpty
          ? "put its card and its file in a folder of datasets"
          : "the nearest names are \(nearest.map(\.excerpt).joined(separator: ", "))")
    case .card(let path, let line, let fault):
      "\(path)\(line.map { ", line \($0)" } ?? ""): \(fault)"
    case .file(let error): error.description
    case .altered(let path):
      "\(path): the file is cut short or altered, for its SHA-256 is not the card's; copy it again, or describe it "
        + "anew with rollcall card"
    case .value(let path, let line, let column, let fault):
      "\(path), line \(line), column \(column.excerpt): \(fault)"
    case .column(let path, let column, let fault):
      "\(path), column \(column.excerpt): \(fault)"
    case .fewRows(let path, let rows):
      "\(path): \(rows) rows are too few to draw whole subjects of two classes; raise rows"
    case .tooWide(let path, let records, let inputs):
      "\(path): \(records) records of \(inputs) inputs do not fit in memory; lower rows, or leave columns of many "
        + "levels out of the card"
    case .absent(let name, let file, let obtain):
      "the dataset \(name) is not here: get \(file.excerpt) (\(obtain.prefix(300))) and name its folder with --data or "
        + "ROLLCALL_DATA"
    case .images(let path, let problem): "\(path): \(problem); copy it again"
    case .noDraft(let path, let lacking):
      "\(path): no column can be a \(lacking); give a table with a column of at least two classes and another column"
    }
  }
}

/// What is wrong with a card.
public enum CardFault: Equatable, Sendable, CustomStringConvertible {
  case notYAML(problem: String)
  case missingKey(String)
  case wrongValue(key: String, found: String, needed: String)

  public var description: String {
    switch self {
    case .notYAML(let problem): "not YAML (\(problem)); mend the line, quoting texts that hold a colon or a bracket"
    case .missingKey(let key): "the card lacks the key \(key); add it"
    case .wrongValue(let key, let found, let needed): "\(key) is \(found.excerpt) but must be \(needed)"
    }
  }
}

/// What is wrong with one field.
public enum ValueFault: Equatable, Sendable, CustomStringConvertible {
  case notWhole(Double)
  case outside(Double, minimum: Double?, maximum: Double?)
  case huge(Double)
  case unknownLevel(String)
  case missingSubject
  case missingLabel
  case notALabel(String)

  public var description: String {
    switch self {
    case .notWhole(let value): "\(value) is not whole, but the card says integer; mend the field, or say real"
    case .outside(let value, let minimum, let maximum):
      "\(value) lies outside the card's \(minimum.map { "\($0)" } ?? "")...\(maximum.map { "\($0)" } ?? ""); "
        + "mend the field, or the card's min and max"
    case .huge(let value): "\(value) is larger than 1e15, too large to learn from; rescale the column"
    case .unknownLevel(let text): "\(text.excerpt) is not among the card's values; mend the field, or add the value"
    case .missingSubject: "the subject is missing; name the person, or leave the record out"
    case .missingLabel: "the label is missing; leave the record out"
    case .notALabel(let text): "\(text.excerpt) is no label of the card; mend the field, or add it to label: counts"
    }
  }
}

/// What is wrong with a column as a whole.
public enum ColumnFault: Equatable, Sendable, CustomStringConvertible {
  case levels(found: Int, card: Int)
  case missing(found: Int, card: Int)
  case notBinary(found: Int)
  case classes(found: Int, card: Int)
  case count(label: String, found: Int, card: Int)
  case oneClass
  case tooManyClasses(found: Int, limit: Int)

  public var description: String {
    switch self {
    case .levels(let found, let card): "\(found) different values, but the card says levels: \(card); mend the card"
    case .missing(let found, let card): "\(found) missing values, but the card says missing: \(card); mend the card"
    case .notBinary(let found): "\(found) different values, but the card says binary; say categorical or integer"
    case .classes(let found, let card): "\(found) different labels, but the card says classes: \(card); mend the card"
    case .count(let label, let found, let card):
      "\(found) records are labelled \(label.excerpt), but the card counts \(card); mend label: counts"
    case .oneClass: "all records have one label, so there is nothing to learn; give records of two classes or more"
    case .tooManyClasses(let found, let limit):
      "\(found) different labels, more than \(limit); name a column of classes as the label"
    }
  }
}
