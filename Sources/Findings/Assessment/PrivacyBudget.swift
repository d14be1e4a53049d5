/// A total of privacy and what it is to be spent on, or was.
public struct PrivacyBudget: Codable, Equatable, Sendable {
  public enum Kind: String, Codable, Sendable {
    /// What is intended.
    case plan
    /// What a ledger holds.
    case ledger
  }

  /// How a plan's noise was dealt out among its stages.
  public enum Objective: String, Codable, Sendable {
    case leastNoise = "least-noise"
    case equalNoise = "equal-noise"
    case shares
  }

  public var kind: Kind
  /// The cap.
  @Exact public var epsilon: Double
  @Exact public var delta: Double
  /// Null for a ledger.
  @Null public var objective: Objective?
  /// In the order of time.
  public var entries: [Entry]

  /// One use of private records.
  public struct Entry: Codable, Equatable, Sendable {
    /// `year 1` of a plan, `2026` of a ledger.
    public var period: String
    public var stage: String
    /// `gaussian` or `laplace`.
    public var mechanism: String
    /// Standard deviation or scale, as a multiple of what one record moves.
    @Exact public var noise: Double
    /// The sampling rate; 1 where all records are used.
    @Exact public var rate: Double
    public var steps: Int
    /// What epsilon grows by, all before it composed.
    @Exact public var increment: Double
    /// Epsilon after it.
    @Exact public var cumulative: Double

    public init(
      period: String, stage: String, mechanism: String, noise: Double, rate: Double, steps: Int, increment: Double,
      cumulative: Double
    ) {
      self.period = period
      self.stage = stage
      self.mechanism = mechanism
      self.noise = noise
      self.rate = rate
      self.steps = steps
      self.increment = increment
      self.cumulative = cumulative
    }
  }

  public init(kind: Kind, epsilon: Double, delta: Double, objective: Objective?, entries: [Entry]) {
    self.kind = kind
    self.epsilon = epsilon
    self.delta = delta
    self.objective = objective
    self.entries = entries
  }

  /// Epsilon of all entries together.
  public var used: Double { entries.last?.cumulative ?? 0 }
  public var left: Double { max(0, epsilon - used) }
}
