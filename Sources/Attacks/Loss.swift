public import Study

/// The loss attack: low loss means member.
///
///     let scores = try Loss().scores(evidence)  // N values, nats, at most 0
///
/// - Input: `evidence.target.logConfidence` [N], in nats.
/// - Output: ln p_y, minus the cross-entropy, N values in nats.
/// - Cost: O(N).
/// - Source: Yeom et al., "Privacy Risk in Machine Learning", 2018, arXiv:1709.01604, section 3.
public struct Loss: Attack {
  public static let name = "loss"
  public static let card = Card(
    title: "Loss", summary: "Is the target confident of the true label?", source: "Yeom et al. 2018, arXiv:1709.01604")
  public static let needs = Needs(access: .probabilities, part: .own)
  public static let standard = Loss()

  public init() {}

  public func scores(_ evidence: Evidence) throws(AttackError) -> [Double] {
    evidence.target.logConfidence
  }
}
