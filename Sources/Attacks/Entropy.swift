public import Study

/// The entropy attack: sure answers mean member.
///
/// It does not know the label, so it should not beat the loss attack: a record that is surely mislabelled looks like a
/// member to it.
///
///     let scores = try Entropy().scores(evidence)  // N values, nats, at most 0
///
/// - Input: `evidence.target.entropy` [N].
/// - Output: sum p ln p, minus Shannon's entropy, N values in nats; the logarithm's argument is at least 1e-30.
/// - Cost: O(N).
/// - Source: Song and Mittal, "Systematic Evaluation of Privacy Risks of Machine Learning Models", 2021,
///   arXiv:2003.10595, section 3.
public struct Entropy: Attack {
  public static let name = "entropy"
  public static let card = Card(
    title: "Entropy",
    summary: "Is the target sure, whatever it says?",
    source: "Song and Mittal 2021, arXiv:2003.10595")
  public static let needs = Needs(access: .probabilities)
  public static let standard = Entropy()

  public init() {}

  public func scores(_ evidence: Evidence) throws(AttackError) -> [Double] {
    evidence.target.entropy
  }
}
