import Maths

/// N labelled records in typed columns, as read from a dataset: nothing is scaled or filled yet.
public struct Records: Sendable {
  /// The features, in the order of the file.
  public let columns: [Column]
  /// N labels in `0..<classes.count`.
  public let labels: [Int]
  /// The names of the C classes.
  public let classes: [String]
  /// For each record the person it belongs to, in `0..<subjectCount`; the record's own index where there is no subject.
  public let subjects: [Int]
  public let subjectCount: Int
  /// What the columns are pixels of, row by row; nil where they are no image.
  public let image: ImageShape?
  /// Columns as numbers, made once for all models of a dataset.
  public let design: Design
  /// Rows set aside that no model trains on, ascending: what an owner may treat as public.
  ///
  /// Empty unless a defence sets them aside for what is trained inside it.
  public private(set) var population: [Int] = []

  /// - Precondition: every column holds one value for each label.
  public init(
    columns: [Column], labels: [Int], classes: [String], subjects: [Int], image: ImageShape? = nil
  ) {
    self.init(
      columns: columns, labels: labels, classes: classes, subjects: subjects, image: image,
      design: Design(columns: columns, records: labels.count))
  }

  private init(
    columns: [Column], labels: [Int], classes: [String], subjects: [Int], image: ImageShape?, design: Design
  ) {
    precondition(image.map { $0.height * $0.width * $0.channels == columns.count } ?? true)
    self.image = image
    precondition(columns.allSatisfy { $0.count == labels.count } && subjects.count == labels.count)
    precondition(labels.allSatisfy { classes.indices.contains($0) })
    self.columns = columns
    self.labels = labels
    self.classes = classes
    self.subjects = subjects
    subjectCount = (subjects.max() ?? -1) + 1
    self.design = design
  }

  /// Other records with the same columns, in the same design as these, so that a model trained on the ones can be asked
  /// about the others whatever they lack.
  ///
  /// - Precondition: the same columns, level by level; nothing is missing from a column that lacks nothing here.
  public func others(columns: [Column], labels: [Int], subjects: [Int]) -> Records {
    Records(
      columns: columns, labels: labels, classes: classes, subjects: subjects, image: image,
      design: Design(columns: columns, records: labels.count, indicatorsOf: design)
    ).settingAside(population)
  }

  /// The same records with other labels: N of them, in `0..<classes.count`.
  public func relabelled(_ labels: [Int]) -> Records { Records(self, labels: labels) }

  private init(_ records: Records, labels: [Int]) {
    precondition(labels.count == records.labels.count && labels.allSatisfy { records.classes.indices.contains($0) })
    columns = records.columns
    self.labels = labels
    classes = records.classes
    subjects = records.subjects
    subjectCount = records.subjectCount
    image = records.image
    design = records.design
    population = records.population
  }

  /// The same records with these rows set aside.
  public func settingAside(_ population: [Int]) -> Records {
    var records = self
    records.population = population
    return records
  }

  /// N.
  public var count: Int { labels.count }

  /// Whether some person has more than one record.
  public var hasSubjects: Bool { subjectCount < count }
}

/// The size of an image, in pixels.
public struct ImageShape: Equatable, Sendable {
  public let height: Int
  public let width: Int
  public let channels: Int
  public init(height: Int, width: Int, channels: Int) {
    self.height = height
    self.width = width
    self.channels = channels
  }
}

/// One feature of all records.
public struct Column: Equatable, Sendable {
  public enum Values: Equatable, Sendable {
    /// Numbers; where `missing` holds, the number is 0 and means nothing.
    case numbers([Float], missing: [Bool])
    /// Codes into `levels`; a missing category is a level of its own.
    case codes([Int32], levels: [String])
  }

  /// Which numbers a column of numbers can hold.
  public enum Grid: String, Codable, Sendable {
    case real, whole
    /// 0 and 1, for two values of any kind.
    case truth
  }

  public let name: String
  public let values: Values
  /// Means nothing for codes.
  public let grid: Grid

  public init(name: String, values: Values, grid: Grid = .real) {
    self.name = name
    self.values = values
    self.grid = grid
  }

  /// The same column with other values.
  public func replacing(_ values: Values) -> Column { Column(name: name, values: values, grid: grid) }

  var count: Int {
    switch values {
    case .numbers(let numbers, _): numbers.count
    case .codes(let codes, _): codes.count
    }
  }
}
