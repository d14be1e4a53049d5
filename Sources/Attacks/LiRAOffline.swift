import Maths
public import Study

/// The offline likelihood-ratio attack.
///
/// Fits, per record, a normal to the signals of the reference models that did *not* train on it, and scores how
/// surprising the target's signal would be for one more such model.
///
///     let scores = try LiRAOffline(variance: .residual, centre: .mean).scores(evidence)  // N values, nats, 0...
///
/// - Input: `evidence.target.phi` [N] and the references' [R x N], in nats; two or more outside references a record.
/// - Output: N surprises, `-ln P(reference > target)`, in nats. Rising in the target's signal. The paper scores
///   `1 - P(reference > target)`: the same order, but it rounds to 1 beyond 8.3 deviations, and those ties sit exactly
///   where the rate at low false positives is read.
/// - Cost: O(N) beside the pool's sums, which are made once; the median sorts R signals a record.
/// - Source: Carlini et al., "Membership Inference Attacks From First Principles", 2022, arXiv:2112.03570, section 5.
///   Its program scores by the two-sided density, which also calls a record a member that is unusually badly learnt.
public struct LiRAOffline: Attack {
  public static let name = "lira-offline"
  public static let card = Card(
    title: "LiRA, offline",
    summary: "Is the target more confident than models that never saw the record?",
    source: "Carlini et al. 2022, arXiv:2112.03570")
  public static let needs = Needs(access: .probabilities, references: .outside, leastModels: 6)
  public static let parameters: [Parameter] = .likelihoodRatio
  public static let standard = LiRAOffline(variance: .automatic, centre: .mean)

  public let variance: Variance
  public let centre: Centre

  public init(variance: Variance, centre: Centre) {
    self.variance = variance
    self.centre = centre
  }

  public func scores(_ evidence: Evidence) throws(AttackError) -> [Double] {
    guard variance != .published else { return try Self.published(evidence) }
    let outside = try SideFit(evidence, evidence.phiMoments(), side: .outside, centre: centre)
    return outside.normals(variance.spread(references: outside.fewest))
      .logSurvivals(outside.target).map { -$0 }
  }

  /// The program's scores, minus the logarithm of a density; the centre is its median whatever ``centre`` says.
  private static func published(_ evidence: Evidence) throws(AttackError) -> [Double] {
    let outside = try PublishedFit(evidence, side: .outside).normals
    return zip(outside, evidence.target.phi).map { -$0.logDensity($1) }
  }
}
