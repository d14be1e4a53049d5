public import Study

/// One law: what it can ask for, by when breaches are told, and which of its duties a finding touches.
public struct Law: Equatable, Sendable {
  public let id: String
  public let name: String
  public let jurisdiction: String
  public let regulator: String
  public let citation: String
  public let inForce: String?
  /// What the law makes of the finding.
  public let implication: String
  /// The rule of the headline ceiling first.
  public let rules: [PenaltyRule]
  /// Shortest first; those without a number last.
  public let clocks: [RegulatoryExposure.Clock]
  public let duties: [RegulatoryExposure.Duty]
  public let notes: [Remark]
  public let precedents: [Precedent]
  /// Why the date is not exact; nil where it is.
  public let dateNote: String?
  public let certainty: String
  public let origin: FactOrigin

  /// A sentence with where it comes from.
  public struct Remark: Equatable, Sendable {
    public let id: String
    public let text: String
    public let origin: FactOrigin
  }

  /// What an authority has done.
  public struct Precedent: Equatable, Sendable {
    public let date: String
    public let text: String
    public let people: Int?
    public let amount: Double?
    public let currency: String?
    public let origin: FactOrigin
  }

  public var headline: PenaltyRule? { rules.first }
}
