public import Study

/// What the strongest of a set of attacks reaches, chosen and reported on different halves.
public struct StrongestResult: Codable, Equatable, Sendable {
  /// What the outsider receives; attacks that need less are in the set too.
  public var access: Access
  /// Ids of the attacks that were chosen from.
  public var attacks: [String]
  /// Mean area over targets.
  public var auc: Choice
  /// One threshold over all pairs of a quarter, at each limit; chosen anew at each.
  public var tpr: [RateChoice]
  /// The union of the set: who is accused by any of them, each at an equal part of the limit, at thresholds from the
  /// other half.
  public var envelope: [FixedPoint]

  public init(access: Access, attacks: [String], auc: Choice, tpr: [RateChoice], envelope: [FixedPoint]) {
    self.access = access
    self.attacks = attacks
    self.auc = auc
    self.tpr = tpr
    self.envelope = envelope
  }

  /// A figure of chosen attacks.
  public struct Choice: Codable, Equatable, Sendable {
    public var estimate: Estimate
    /// Ids of the attacks chosen on each of four quarters: half of the pairs by half of the subjects.
    public var chosen: [String]

    public init(estimate: Estimate, chosen: [String]) {
      self.estimate = estimate
      self.chosen = chosen
    }
  }

  /// A true-positive rate of chosen attacks.
  public struct RateChoice: Codable, Equatable, Sendable {
    public var fprLimit: Double
    /// Whether each quarter's non-members can tell such a rate.
    public var resolved: Bool
    public var estimate: Estimate
    public var chosen: [String]

    public init(fprLimit: Double, resolved: Bool, estimate: Estimate, chosen: [String]) {
      self.fprLimit = fprLimit
      self.resolved = resolved
      self.estimate = estimate
      self.chosen = chosen
    }
  }
}
