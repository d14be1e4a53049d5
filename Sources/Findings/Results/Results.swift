import Study

/// The content of `results.json`: all that a run or an audit measured, and nothing of when or where.
public struct Results: Codable, Equatable, Sendable {
  public static let schemaName = "rollcall/results/1"

  public enum Kind: String, Codable, Sendable { case run, audit }

  public var schema: String
  public var kind: Kind
  public var name: String
  /// The manifest's date, `yyyy-mm-dd`.
  @Null public var date: String?
  public var seed: UInt64
  public var report: Heading
  public var pool: PoolFacts
  public var datasets: [DatasetFacts]
  public var cells: [CellResult]
  public var checks: [Check]
  /// What to do about each model; empty for an audit.
  public var recommendations: [Recommendation]
  /// Of each model with two private settings or more.
  public var sweeps: [SweepCost]

  public init(
    kind: Kind, name: String, date: String?, seed: UInt64, report: Heading, pool: PoolFacts, datasets: [DatasetFacts],
    cells: [CellResult], checks: [Check], recommendations: [Recommendation] = [], sweeps: [SweepCost] = []
  ) {
    schema = Self.schemaName
    self.kind = kind
    self.name = name
    self.date = date
    self.seed = seed
    self.report = report
    self.pool = pool
    self.datasets = datasets
    self.cells = cells
    self.checks = checks
    self.recommendations = recommendations
    self.sweeps = sweeps
  }

  /// What stands on the cover.
  public struct Heading: Codable, Equatable, Sendable {
    @Null public var title: String?
    @Null public var client: String?
    public init(title: String?, client: String?) {
      self.title = title
      self.client = client
    }
  }

  /// How pools were made.
  public struct PoolFacts: Codable, Equatable, Sendable {
    /// K.
    public var models: Int
    /// Fresh targets that are no one's reference.
    public var independent: Int
    /// Bootstrap replicates of an interval.
    public var replicates: Int
    public init(models: Int, independent: Int, replicates: Int) {
      self.models = models
      self.independent = independent
      self.replicates = replicates
    }
  }

  /// What a dataset's card says, and what was used of it.
  public struct DatasetFacts: Codable, Equatable, Sendable {
    public var name: String
    public var title: String
    /// `healthcare`, `finance` ...; empty where the card says nothing.
    public var domain: String
    /// What one subject is, such as `patient`.
    public var subject: String
    public var records: Int
    public var subjects: Int
    public var features: Int
    public var classes: Int
    public var duplicatesRemoved: Int
    /// SHA-256 of the file as stored.
    public var digest: String
    /// SHA-256 of the records as a trainer sees them, whatever their file is called; empty where there are none.
    public var recordsDigest: String
    public var licence: String
    public var citation: String
    public init(
      name: String, title: String, domain: String, subject: String, records: Int, subjects: Int, features: Int,
      classes: Int, duplicatesRemoved: Int, digest: String, recordsDigest: String = "", licence: String,
      citation: String
    ) {
      self.name = name
      self.title = title
      self.domain = domain
      self.subject = subject
      self.records = records
      self.subjects = subjects
      self.features = features
      self.classes = classes
      self.duplicatesRemoved = duplicatesRemoved
      self.digest = digest
      self.recordsDigest = recordsDigest
      self.licence = licence
      self.citation = citation
    }
  }

  /// One validity check of the whole study.
  public struct Check: Codable, Equatable, Sendable {
    public enum Verdict: String, Codable, Sendable {
      case passed, failed
      case notChecked = "not-checked"
    }
    /// Such as `null-run`.
    public var name: String
    public var verdict: Verdict
    /// The smallest Holm-adjusted p-value, where there is one.
    @Exact public var p: Double
    /// How many lines were tested.
    public var lines: Int
    /// One for each cell that was tested.
    public var figures: [CheckFigure]
    public init(name: String, verdict: Verdict, p: Double, lines: Int, figures: [CheckFigure] = []) {
      self.name = name
      self.verdict = verdict
      self.p = p
      self.lines = lines
      self.figures = figures
    }
  }
}

/// Whether membership could be told.
public enum Verdict: String, Codable, Sendable {
  case leak
  case noLeakShown = "no-leak-shown"
  case insufficientEvidence = "insufficient-evidence"
}
