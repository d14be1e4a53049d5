import Maths
public import Study

/// The likelihood-ratio attack with each record's mean and variance shrunk, scored by normals.
///
/// Beats the loss attack where records differ in difficulty. Against LiRA it gains where references are few: variances
/// are drawn towards the common one by as much as the data ask for, where LiRA has to choose between the two.
///
///     let scores = try BaVarIAN().scores(evidence)  // N values, nats
///
/// - Input: `evidence.target.phi` [N] and the references' [R x N], in nats; two or more references a side and record.
/// - Output: ln N(phi; inside) - ln N(phi; outside), N log likelihood ratios in nats;
///   means and variances are posterior means.
/// - Cost: O(R N) time, O(N) memory.
/// - Source: Brännvall, "Exponential-Family Membership Inference: From LiRA and RMIA to BaVarIA", 2026,
///   arXiv:2603.11799. The constants of the prior are ours: `NormalInverseGamma` estimates them from
///   the records.
public struct BaVarIAN: Attack {
  public static let name = "bavaria-n"
  public static let card = Card(
    title: "BaVarIA, normal",
    summary: "Is the target's confidence likelier among models that saw the record, variances being shrunk?",
    source: "Brännvall 2026, arXiv:2603.11799")
  public static let needs = Needs(access: .probabilities, references: .both, leastModels: 8)
  public static let aggregation = Aggregation.sum
  public static let standard = BaVarIAN()

  public init() {}

  public func scores(_ evidence: Evidence) throws(AttackError) -> [Double] {
    let moments = try evidence.phiMoments()
    let inside = try NormalInverseGamma(evidence, moments, side: .inside)
    let outside = try NormalInverseGamma(evidence, moments, side: .outside)
    let scores = moments.target.enumerated().map { record, phi in
      inside.posterior(record).normal.logDensity(phi) - outside.posterior(record).normal.logDensity(phi)
    }
    return scores
  }
}
