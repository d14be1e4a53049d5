public import Study

/// The margin attack: a high logit of the true label's probability means member.
///
/// It orders records as the loss attack does wherever probabilities are exact, and is here because its values are what
/// the likelihood-ratio attacks calibrate.
///
///     let scores = try LogitMargin().scores(evidence)  // N values, nats
///
/// - Input: `evidence.target.phi` [N].
/// - Output: phi = ln(p_y / (1 - p_y)), N values in nats; exact from logits.
/// - Cost: O(N).
/// - Source: Carlini et al., "Membership Inference Attacks From First Principles", 2022, arXiv:2112.03570, section 4.
public struct LogitMargin: Attack {
  public static let name = "logit-margin"
  public static let card = Card(
    title: "Logit margin",
    summary: "By how much does the target prefer the true label?",
    source: "Carlini et al. 2022, arXiv:2112.03570")
  public static let needs = Needs(access: .probabilities)
  public static let standard = LogitMargin()

  public init() {}

  public func scores(_ evidence: Evidence) throws(AttackError) -> [Double] {
    evidence.target.phi
  }
}
