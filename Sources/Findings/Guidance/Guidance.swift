public import Study

/// The facts, read and typed: one book a file, each made once before anything is trained.
public struct Guidance: Sendable {
  /// SHA-256 of each file of facts by its path in the deliverable, `Guidance/rating.yaml` for a client's own.
  public let digests: [String: String]
  public let rating: RatingRubric
  public let sharing: SharingRules
  public let remedies: Remedies
  public let laws: LawBook
  public let costs: CostBook
  public let frameworks: Frameworks
  public let monitoring: Monitoring
  public let vendors: VendorQuestions
  public let encryption: Encryption
  public let lifeCycle: LifeCycle
  /// Every fact that states its origin, for the appendix.
  public let inventory: [StatedFact]

  /// - Throws: ``Study/ManifestError`` naming file, line and entry.
  public init(_ facts: Facts, digests: [String: String] = [:]) throws(ManifestError) {
    self.digests = digests
    rating = try RatingRubric(facts[.rating])
    sharing = try SharingRules(facts[.sharing])
    remedies = try Remedies(facts[.remedies])
    laws = try LawBook(facts[.regulation], context: facts[.regulationContext])
    costs = try CostBook(facts[.costs])
    frameworks = try Frameworks(facts[.frameworks])
    monitoring = try Monitoring(facts[.monitoring])
    vendors = try VendorQuestions(facts[.vendors])
    encryption = try Encryption(facts[.encryption])
    lifeCycle = try LifeCycle(facts[.lifeCycle], remedies: remedies)
    inventory = facts.inventory()
  }

  /// Refuses what an engagement names and no fact knows: a regulation, a cost input, a region, a currency.
  ///
  /// - Parameters:
  ///   - datasets: Names of the study's datasets.
  ///   - file: How messages call the manifest.
  public func check(_ engagement: Engagement, datasets: [String], file: String) throws(ManifestError) {
    for choice in engagement.sensitivity {
      guard let name = choice.dataset, !datasets.contains(name) else { continue }
      throw ManifestError(
        file: file,
        message: "engagement: sensitivity names '\(name)', which is no dataset of the study: it has "
          + datasets.joined(separator: ", "))
    }
    try checkMoney(engagement, file: file)
  }

  /// What the numbers mean for a client.
  public func assessment(
    of results: Results, document: DocumentControl, engagement: Engagement?, budgets: [PrivacyBudget] = []
  ) -> Assessment {
    var assessment = Assessment(document: document, engagement: engagement, facts: digests, budgets: budgets)
    addRatings(to: &assessment, of: results)
    addMoney(to: &assessment, of: results)
    assessment.findings = findings(of: results, targets: assessment.targets)
    return assessment
  }
}
