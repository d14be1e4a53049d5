/// Which way releases are added up.
public enum Accountant: String, CaseIterable, Codable, Sendable {
  /// Privacy-loss distributions: tight, with a bound from below.
  case losses = "pld"
  /// Rényi divergences: quick and looser.
  case renyi = "rdp"

  /// The epsilon that may be promised, and one that it cannot be below; the Rényi accountant knows none but 0.
  public func epsilon(of releases: [Release], delta: Double) throws(PrivacyError) -> EpsilonBounds {
    switch self {
    case .losses: return try LossAccountant(releases).epsilon(delta: delta)
    case .renyi:
      let epsilon = try RenyiAccountant(releases).epsilon(delta: delta).epsilon
      return EpsilonBounds(pessimistic: epsilon, optimistic: 0)
    }
  }
}
