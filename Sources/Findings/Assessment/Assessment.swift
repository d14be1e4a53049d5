public import Study

/// The content of `assessment.json`: what the numbers mean for this client, and what the client stated.
///
/// Everything but ``document`` and ``engagement`` follows from them, from the results and from the facts, and is made
/// anew whenever a report is.
public struct Assessment: Codable, Equatable, Sendable {
  public static let schemaName = "rollcall/assessment/1"
  public var schema: String
  public var document: DocumentControl
  /// Null where the manifest states none: nothing is rated or priced then.
  @Null public var engagement: Engagement?
  /// SHA-256 of each file of facts, the client's own among them, by name.
  public var facts: [String: String]
  /// The gravest of ``targets``, `inconclusive` above `low`; null where nothing is rated.
  @Null public var rating: Rating?
  public var targets: [TargetRating]
  public var findings: [Finding]
  @Null public var costs: CostEstimate?
  /// Why there is no estimate, in one sentence; null where there is one.
  @Null public var costsMissing: String?
  public var regulation: [RegulatoryExposure]
  /// The plan of a privacy budget and its ledger, where the client states them.
  public var budgets: [PrivacyBudget]

  public init(
    document: DocumentControl, engagement: Engagement?, facts: [String: String] = [:], rating: Rating? = nil,
    targets: [TargetRating] = [], findings: [Finding] = [], costs: CostEstimate? = nil, costsMissing: String? = nil,
    regulation: [RegulatoryExposure] = [], budgets: [PrivacyBudget] = []
  ) {
    schema = Self.schemaName
    self.document = document
    self.engagement = engagement
    self.facts = facts
    self.rating = rating
    self.targets = targets
    self.findings = findings
    self.costs = costs
    self.costsMissing = costsMissing
    self.regulation = regulation
    self.budgets = budgets
  }

  public func rating(of cell: String) -> TargetRating? { targets.first { $0.cell == cell } }

  /// What of a stored assessment was stated; the rest is made anew.
  public struct Stated: Decodable, Sendable {
    public let schema: String
    public let document: DocumentControl
    public let engagement: Engagement?
    public let budgets: [PrivacyBudget]
  }
}
