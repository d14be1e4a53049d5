public import Study

/// The inputs of the cost model with where each comes from, and what is in circulation about costs (`costs.yaml`).
public struct CostBook: Sendable {
  /// In the order of the facts; all of ``CostParameter``, or none where there is no file.
  public let parameters: [Parameter]
  public let regions: [Region]
  public let prices: [Price]
  /// Rules of thumb without a published source.
  public let claims: [Claim]
  public let published: [Published]
  let incidents: [Rating: Spread]
  let incidentOrigin: FactOrigin?

  public struct Parameter: Equatable, Sendable {
    public let id: CostParameter
    public let title: String
    public let unit: CostEstimate.Input.Unit
    public let value: Spread?
    /// Of ``value``; nil where it is no money.
    public let currency: String?
    public let choice: Choice?
    /// Whether the client must state it.
    public let isRequired: Bool
    /// Whether the model does without it.
    public let isOptional: Bool
    public let note: String?
    /// The price or claim that ``value`` is that of; nil where it has its own.
    public let named: String?
    /// The value for laws whose ceiling is a small fixed amount.
    public let smallCap: SmallCap?
    public let origin: FactOrigin

    /// What decides the value.
    public enum Choice: String, CaseIterable, Sendable { case region, rating }
    public struct SmallCap: Equatable, Sendable {
      public let value: Spread
      public let laws: [String]
    }
  }

  /// Whose engineers' day rates apply.
  public struct Region: Equatable, Sendable {
    public let id: String
    public let currency: String
    public let value: Spread
    public let origin: FactOrigin
  }

  /// What computing costs.
  public struct Price: Equatable, Sendable {
    public let id: String
    public let unit: String
    /// Nil where sources disagree.
    public let value: Spread?
    public let conflicting: [Double]
    public let currency: String?
    public let note: String?
    public let origin: FactOrigin
  }

  public struct Claim: Equatable, Sendable {
    public let id: String
    public let text: String
    public let verdict: String
    public let note: String
    public let value: Spread?
    public let currency: String?
    public let origin: FactOrigin
  }

  /// A published figure of what breaches cost, for comparison; nothing is computed with it.
  public struct Published: Equatable, Sendable {
    public let id: String
    public let text: String?
    public let value: Double?
    public let currency: String?
    public let unit: String?
    public let period: String?
    public let sample: String?
    public let caveat: String?
    /// Why the figure is not to be used; nil where it may be.
    public let rejected: String?
    public let origin: FactOrigin
  }

  public subscript(id: CostParameter) -> Parameter? { parameters.first { $0.id == id } }
  public func region(_ id: String) -> Region? { regions.first { $0.id == id } }
  public func claim(_ id: String) -> Claim? { claims.first { $0.id == id } }
}
