public import Study

/// How far a model may be given away: the file `sharing.yaml`, read.
public struct SharingRules: Sendable {
  public struct Level: Sendable {
    public let level: AccessLevel
    public let title: String
    public let attacker: String
    public let revocable: String
  }

  /// A test that a level needs, and what counts as having run it.
  public struct Test: Sendable {
    public let id: String
    public let title: String
    public let attacks: [String]
    /// What of the results is the test, where it is no attack.
    public let measure: Measure?

    public enum Measure: String, CaseIterable, Sendable {
      /// Exposure by groups.
      case groups
      /// Distances to another answer.
      case boundary
      /// Canaries.
      case audits
    }

    func hasRun(in cell: CellResult) -> Bool {
      switch measure {
      case .groups: !(cell.exposure?.partitions.flatMap(\.groups).isEmpty ?? true)
      case .boundary: cell.boundary != nil
      case .audits: !cell.audits.isEmpty
      case nil: cell.attacks.contains { $0.status == .done && attacks.contains($0.attack) }
      }
    }
  }

  /// A condition or a role.
  public struct Named: Sendable {
    public let id: String
    public let title: String
    public let duty: String?
  }

  public struct Review: Sendable {
    public let rating: Rating
    public let months: Int?
    public let title: String
  }

  public let origin: FactOrigin
  public let levels: [Level]
  public let tests: [Test]
  let required: [AccessLevel: [String]]
  let matrix: [Rating: [AccessLevel: LevelRating.Decision]]
  public let stricterFor: [Sensitivity]
  public let conditions: [Named]
  let conditionsByLevel: [AccessLevel: [String]]
  public let roles: [Named]
  let approvals: [LevelRating.Decision: [String]]
  public let reviews: [Review]
  /// What brings the next review forward.
  public let triggers: [String]

  static let order: [LevelRating.Decision] = [.share, .conditions, .review, .doNotShare]

  /// The decision for a rating at a level, stricter where tests are missing or the data are sensitive.
  func decision(
    _ rating: Rating, _ level: AccessLevel, _ sensitivity: Sensitivity, missing: [String]
  ) -> LevelRating.Decision {
    var decision = matrix[rating]?[level] ?? .doNotShare
    if stricterFor.contains(sensitivity), let place = Self.order.firstIndex(of: decision) {
      decision = Self.order[min(Self.order.count - 1, place + 1)]
    }
    return decision == .share && !missing.isEmpty ? .conditions : decision
  }

  /// Tests that a level needs and that have not run, by id.
  func missingTests(_ level: AccessLevel, in cell: CellResult) -> [String] {
    let needed = required[level] ?? []
    return tests.filter { needed.contains($0.id) && !$0.hasRun(in: cell) }.map(\.id)
  }

  func conditions(_ level: AccessLevel, _ decision: LevelRating.Decision) -> [String] {
    decision == .conditions || decision == .review ? conditionsByLevel[level] ?? [] : []
  }

  /// The day of the next review; nil where the study has no date or the rating no cadence.
  func review(_ rating: Rating, from date: CalendarDate?) -> String? {
    guard let date, let months = reviews.first(where: { $0.rating == rating })?.months else { return nil }
    return date.adding(months: months).text
  }
}
