/// How often the headline attack of a cell finds each record, over the models that trained on it.
///
/// It names no record. A record's own share of findings is shrunk towards the mean of all by how much records differ
/// beyond chance (beta-binomial, empirical Bayes).
public struct Exposure: Codable, Equatable, Sendable {
  /// ``AttackResult/id``.
  public var attack: String
  /// One threshold for all pairs of a model and a record: that of the printed point.
  public var fprLimit: Double
  public var records: Int
  public var subjects: Int
  /// Models that trained on a record, on average.
  @Exact public var models: Double
  /// The share of (model, member) pairs found: the printed true-positive rate.
  @Exact public var mean: Double
  /// How much a record's own share counts against the mean, in 0...1: 0 where records do not differ beyond chance.
  @Exact public var weight: Double
  /// The correlation between the findings of a record by every second pair of models and by the others; undefined
  /// where either never varies.
  @Exact public var stability: Double
  /// Of the shrunk exposures.
  public var quantiles: [Quantile]
  /// Records by their share of models that found them: never, then twentieths, each without its lower end.
  public var histogram: [Int]
  /// The share of records that are likely exposed to a threshold or beyond: the mean of their probabilities of it.
  public var above: [Share]
  /// By class and by the card's sensitive attributes.
  public var partitions: [ExposurePartition]

  public struct Quantile: Codable, Equatable, Sendable {
    /// Of records that are exposed less, in 0...1.
    public var share: Double
    @Exact public var value: Double
    public init(share: Double, value: Double) {
      self.share = share
      self.value = value
    }
  }

  public struct Share: Codable, Equatable, Sendable {
    public var threshold: Double
    @Exact public var share: Double
    public init(threshold: Double, share: Double) {
      self.threshold = threshold
      self.share = share
    }
  }

  public init(
    attack: String, fprLimit: Double, records: Int, subjects: Int, models: Double, mean: Double, weight: Double,
    stability: Double, quantiles: [Quantile], histogram: [Int], above: [Share], partitions: [ExposurePartition]
  ) {
    self.attack = attack
    self.fprLimit = fprLimit
    self.records = records
    self.subjects = subjects
    self.models = models
    self.mean = mean
    self.weight = weight
    self.stability = stability
    self.quantiles = quantiles
    self.histogram = histogram
    self.above = above
    self.partitions = partitions
  }
}

/// Exposure by the groups of one attribute.
public struct ExposurePartition: Codable, Equatable, Sendable {
  public var attribute: String
  /// Whether the groups are the classes that the model learns.
  public var isClass: Bool
  /// Names of groups that are not shown: fewer than 10 subjects, or such a group could be subtracted out.
  public var suppressed: [String]
  public var groups: [Group]

  public struct Group: Codable, Equatable, Sendable {
    public var name: String
    public var subjects: Int
    public var records: Int
    /// The share of (model, member) pairs found; the level of its interval holds for all groups of the cell together.
    public var found: Estimate
    /// Of a share equal to that of all others, two-sided, Holm-adjusted over the groups of the cell.
    @Exact public var p: Double

    public init(name: String, subjects: Int, records: Int, found: Estimate, p: Double) {
      self.name = name
      self.subjects = subjects
      self.records = records
      self.found = found
      self.p = p
    }
  }

  public init(attribute: String, isClass: Bool, suppressed: [String], groups: [Group]) {
    self.attribute = attribute
    self.isClass = isClass
    self.suppressed = suppressed
    self.groups = groups
  }
}
