public import Study

/// The modified-entropy attack: answers that are sure and right mean member.
///
/// With two classes it orders records as the loss attack does; with more, it differs only by how the rest of the
/// probability is spread, so no margin over the loss attack is claimed.
///
///     let scores = try ModifiedEntropy().scores(evidence)  // N values, nats, at most 0
///
/// - Input: `evidence.target.modifiedEntropy` [N].
/// - Output: (1 - p_y) ln p_y + sum over c != y of p_c ln(1 - p_c), N values in nats; arguments at least 1e-30.
/// - Cost: O(N).
/// - Source: Song and Mittal, "Systematic Evaluation of Privacy Risks of Machine Learning Models", 2021,
///   arXiv:2003.10595, equation 8.
public struct ModifiedEntropy: Attack {
  public static let name = "modified-entropy"
  public static let card = Card(
    title: "Modified entropy",
    summary: "Is the target sure, and right?",
    source: "Song and Mittal 2021, arXiv:2003.10595")
  public static let needs = Needs(access: .probabilities)
  public static let standard = ModifiedEntropy()

  public init() {}

  public func scores(_ evidence: Evidence) throws(AttackError) -> [Double] {
    evidence.target.modifiedEntropy
  }
}
