import Maths
public import Study

/// The online likelihood-ratio attack.
///
/// Fits, per record, one normal to the signals of the reference models that trained on it and one to those that did
/// not, and scores how much better the first explains the target's signal.
///
///     let scores = try LiRAOnline(variance: .residual, centre: .mean).scores(evidence)  // N values, nats
///
/// - Input: `evidence.target.phi` [N] and the references' [R x N], in nats; two or more references a side and record.
/// - Output: `ln N(phi; inside) - ln N(phi; outside)`, N log likelihood ratios in nats. Standard deviations have no
///   degree of freedom taken off, plus 1e-30.
/// - Cost: O(N) beside the pool's sums, which are made once; the median sorts R signals a record.
/// - Source: Carlini et al., "Membership Inference Attacks From First Principles", 2022, arXiv:2112.03570, algorithm 1.
///   Its program, with one variance for all, takes the outside deviation from the inside signals and does not centre by
///   record; here each side has its own residual deviation.
public struct LiRAOnline: Attack {
  public static let name = "lira-online"
  public static let card = Card(
    title: "LiRA, online",
    summary: "Is the target's confidence likelier among models that saw the record or among those that did not?",
    source: "Carlini et al. 2022, arXiv:2112.03570")
  public static let needs = Needs(access: .probabilities, references: .both, leastModels: 8)
  public static let aggregation = Aggregation.sum
  public static let parameters: [Parameter] = .likelihoodRatio
  public static let standard = LiRAOnline(variance: .automatic, centre: .mean)

  public let variance: Variance
  public let centre: Centre

  public init(variance: Variance, centre: Centre) {
    self.variance = variance
    self.centre = centre
  }

  public func scores(_ evidence: Evidence) throws(AttackError) -> [Double] {
    guard variance != .published else { return try Self.published(evidence) }
    let moments = try evidence.phiMoments()
    let inside = try SideFit(evidence, moments, side: .inside, centre: centre)
    let outside = try SideFit(evidence, moments, side: .outside, centre: centre)
    let spread = variance.spread(references: min(inside.fewest, outside.fewest))
    return inside.normals(spread)
      .logDensityRatios(inside.target, over: outside.normals(spread))
  }

  /// The program's scores; the centre is its median whatever ``centre`` says.
  private static func published(_ evidence: Evidence) throws(AttackError) -> [Double] {
    let inside = try PublishedFit(evidence, side: .inside).normals
    let outside = try PublishedFit(evidence, side: .outside).normals
    let scores = evidence.target.phi.enumerated().map { record, phi in
      inside[record].logDensity(phi) - outside[record].logDensity(phi)
    }
    return scores
  }
}
