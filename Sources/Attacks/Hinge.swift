public import Study

/// The hinge attack: a wide lead of the true label over the best other one means member.
///
/// With two classes and logits it equals the margin, so it orders records as the loss attack does; with more, only the
/// runner-up counts. No margin over the loss attack is claimed: neither is calibrated by record.
///
///     let scores = try Hinge().scores(evidence)  // N values, nats
///
/// - Input: `evidence.target.hinge` [N].
/// - Output: z_y - max over c != y of z_c, N values in nats; where no logits are told, ln p stands for z, p being kept
///   as far from 0 and 1 as the signal can tell.
/// - Cost: O(N).
/// - Source: Carlini et al., "Membership Inference Attacks From First Principles", 2022, arXiv:2112.03570, section 4.
public struct Hinge: Attack {
  public static let name = "hinge"
  public static let card = Card(
    title: "Hinge",
    summary: "By how much does the true label lead the best other one?",
    source: "Carlini et al. 2022, arXiv:2112.03570")
  public static let needs = Needs(access: .probabilities, part: .ownAndRival)
  public static let standard = Hinge()

  public init() {}

  public func scores(_ evidence: Evidence) throws(AttackError) -> [Double] {
    evidence.target.hinge
  }
}
