public import Study

/// One way to lessen a leak: what it does and does not do, what it takes, and how it is verified.
public struct Remedy: Equatable, Sendable {
  /// Such as `dp-sgd`.
  public let id: String
  public let name: String
  public let families: [Family]
  public let strength: Strength
  /// On what a better strength hangs; nil where the strength stands alone.
  public let condition: String?
  public let does: String
  public let doesNot: String
  /// What published work found, in its order.
  public let effects: [Effect]
  /// What it costs in accuracy or use, in words.
  public let utilityCost: String
  public let when: String
  /// Tests to run after it.
  public let verify: [String]
  public let cautions: [String]
  public let libraries: [String]
  /// The role that carries it out.
  public let owner: String
  public let horizon: Horizon
  /// Names of defences of a manifest that measure it.
  public let testedAs: [String]
  /// Names of models that it does not fit.
  public let unfitFor: [String]
  /// The remedy that takes its place for those; nil where none does.
  public let instead: String?
  /// Working days of one engineer.
  public let effort: Figure
  /// A multiple of one training run; of one answer for remedies that act on answers.
  public let compute: Figure
  public let origin: FactOrigin

  public enum Family: String, Codable, CaseIterable, Sendable {
    case training, output, architecture, data, operations, response, assurance
    case dataInUse = "data-in-use"
  }

  public enum Strength: String, Codable, CaseIterable, Sendable {
    case proven
    case strongEmpirical = "strong-empirical"
    case partial, cosmetic, none, withdrawal
  }

  /// When it is due at the earliest.
  public enum Horizon: String, Codable, CaseIterable, Sendable {
    case now
    case nextQuarter = "next-quarter"
    case standing
  }

  /// A published finding.
  public struct Effect: Equatable, Sendable {
    public let says: String
    public let origin: FactOrigin
  }

  /// A range with where it comes from.
  public struct Figure: Equatable, Sendable {
    public let spread: Spread
    /// What it was estimated from; nil where nothing is said.
    public let basis: String?
    public let origin: FactOrigin
  }

  /// Whether it lessens what a model's answers tell of members at all.
  public var actsOnAnswers: Bool { strength != .none }
}
