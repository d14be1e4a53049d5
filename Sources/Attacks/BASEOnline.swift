import Maths
public import Study

/// The Bayes-optimal attack with references on both sides.
///
/// Beats the loss attack where records differ in difficulty. It orders records as the relative attack does.
///
///     let scores = try BASEOnline().scores(evidence)  // N values, nats
///
/// - Input: `evidence.target.logConfidence` [N] and the references' `confidence` [R x N].
/// - Output: ln p_y minus the logarithm of the mean p_y over all references, N values in nats; temperature 1.
/// - Cost: O(R N).
/// - Source: Lassila et al., "Practical Bayes-Optimal Membership Inference Attacks", 2025, arXiv:2505.24089.
public struct BASEOnline: Attack {
  public static let name = "base-online"
  public static let card = Card(
    title: "BASE, online",
    summary: "Is the target surer than models in general?",
    source: "Lassila et al. 2025, arXiv:2505.24089")
  public static let needs = Needs(access: .probabilities, references: .both, leastModels: 4)
  public static let standard = BASEOnline()

  public init() {}

  public func scores(_ evidence: Evidence) throws(AttackError) -> [Double] {
    let means = ReferenceMeans(evidence.references, records: evidence.records)
    let expected = try means.allReferences()
    return zip(evidence.target.logConfidence, expected).map { own, mean in
      own - Elementary.log(max(mean, RatioRanking.floor))
    }
  }
}
