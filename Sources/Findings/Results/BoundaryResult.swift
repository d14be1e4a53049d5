public import Study

/// Members told by labels alone: those farther from another answer are taken for members.
///
/// Of one complementary pair of targets and a draw of the records under test.
public struct BoundaryResult: Codable, Equatable, Sendable {
  public var targets: Int
  public var records: Int
  /// Labels asked for a record, on average and at most.
  @Exact public var queries: Double
  public var mostQueries: Int
  /// Labels asked for in all, those of the population included.
  public var allQueries: Int
  /// Pairs of target and record for which no other answer was met.
  public var unreached: Int
  public var headline: Headline
  /// What other attacks reach on the same targets and records.
  public var others: [Other]

  public struct Other: Codable, Equatable, Sendable {
    /// The attack's id in the cell.
    public var attack: String
    public var access: Access
    public var auc: Estimate

    public init(attack: String, access: Access, auc: Estimate) {
      self.attack = attack
      self.access = access
      self.auc = auc
    }
  }

  public init(
    targets: Int, records: Int, queries: Double, mostQueries: Int, allQueries: Int, unreached: Int, headline: Headline,
    others: [Other]
  ) {
    self.targets = targets
    self.records = records
    self.queries = queries
    self.mostQueries = mostQueries
    self.allQueries = allQueries
    self.unreached = unreached
    self.headline = headline
    self.others = others
  }
}
