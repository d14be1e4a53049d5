/// A study as its author wrote it, typed and checked.
public struct Manifest: Sendable {
  /// Bytes: a larger file is refused unread.
  public static let largestFile = YAMLGuard.largest

  /// Names the output folder: letters, digits, `_`, `-` and `.`.
  public var name: String
  /// `yyyy-mm-dd`; the only date a report prints.
  public var date: String?
  /// The only source of randomness of the whole study.
  public var seed: UInt64
  public var datasets: [DatasetChoice]
  public var models: [any Trainer]
  public var defences: [Chain]
  public var attacks: [any Attack]
  public var pool: PoolOptions
  /// Audits with canaries; nil for none.
  public var audit: CanaryOptions?
  /// Distances to another answer, by labels alone; nil for none.
  public var boundary: BoundaryOptions?
  /// What of the models is kept in the store beside their answers.
  public var keep: [Keepsake] = []
  /// The share of accuracy, and of balanced accuracy above chance, that a defence must keep to be recommended; the
  /// rule's own where nil.
  public var utilityFloor: Double?
  public var report: DocumentControl
  /// Nil where the manifest states nothing of a client: nothing is rated or priced then.
  public var engagement: Engagement?

  /// A dataset by name, whole or cut down.
  public struct DatasetChoice: Equatable, Sendable {
    public var name: String
    /// At most this many records, a seeded draw of subjects; all where nil.
    public var rows: Int?
    public init(name: String, rows: Int? = nil) {
      self.name = name
      self.rows = rows
    }
  }

  /// What a store can keep beside answers.
  public enum Keepsake: String, CaseIterable, Sendable {
    /// Networks' weights, as safetensors.
    case models
    /// Attacks' scores of every target and record: for whoever checks them, large.
    case scores
  }

  /// How pools are made.
  public struct PoolOptions: Equatable, Sendable {
    /// K, even.
    public var models = 32
    /// Records set aside; by the rule where nil.
    public var population: Int?
    /// Fresh targets on random halves that are no one's reference.
    public var independent = 0
    public init() {}
  }
}

/// What a manifest may name.
///
/// The command fills it from the registries and the datasets found; tests pass their own.
public struct Catalogue: Sendable {
  public let datasets: [String]
  public let models: [any Trainer.Type]
  public let defences: [any Defence.Type]
  public let attacks: [any Attack.Type]

  public init(
    datasets: [String], models: [any Trainer.Type], defences: [any Defence.Type], attacks: [any Attack.Type]
  ) {
    self.datasets = datasets
    self.models = models
    self.defences = defences
    self.attacks = attacks
  }
}

/// What is wrong with a manifest, and where.
public struct ManifestError: Error, Equatable, CustomStringConvertible {
  public let file: String
  /// From 1; nil where the whole file is meant.
  public let line: Int?
  public let column: Int?
  public let message: String

  public init(file: String, line: Int? = nil, column: Int? = nil, message: String) {
    self.file = file
    self.line = line
    self.column = column
    self.message = message
  }

  public var description: String {
    var place = file
    if let line { place += ":\(line)" }
    if let column { place += ":\(column)" }
    return "\(place): \(message)"
  }
}
