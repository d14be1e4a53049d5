import Maths
public import Study

/// The Bayes-optimal attack with references that never saw the record.
///
/// Beats the loss attack where records differ in difficulty.
///
///     let scores = try BASEOffline().scores(evidence)  // N values, nats
///
/// - Input: `evidence.target.logConfidence` [N] and the references' `confidence` [R x N].
/// - Output: ln p_y minus the logarithm of the mean p_y over the outside references, N values in nats; temperature 1.
/// - Cost: O(R N).
/// - Source: Lassila et al., "Practical Bayes-Optimal Membership Inference Attacks", 2025, arXiv:2505.24089.
public struct BASEOffline: Attack {
  public static let name = "base-offline"
  public static let card = Card(
    title: "BASE, offline",
    summary: "Is the target surer than models that never saw the record, on average?",
    source: "Lassila et al. 2025, arXiv:2505.24089")
  public static let needs = Needs(access: .probabilities, references: .outside, leastModels: 4)
  public static let standard = BASEOffline()

  public init() {}

  public func scores(_ evidence: Evidence) throws(AttackError) -> [Double] {
    let means = ReferenceMeans(evidence.references, records: evidence.records)
    let expected = try means.records(trained: false)
    return zip(evidence.target.logConfidence, expected).map { own, mean in
      own - Elementary.log(max(mean, RatioRanking.floor))
    }
  }
}
