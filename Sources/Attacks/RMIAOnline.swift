public import Study

/// The relative attack with references on both sides.
///
/// Compares the target's confidence in a record with the confidence of models in general, half of which trained on it,
/// and that ratio with the ratios of records known to be outside.
///
///     let scores = try RMIAOnline(score: .ratio, gamma: 1).scores(evidence)  // N values, nats
///
/// - Input: `evidence.target.confidence` [N], `targetPopulation.confidence` [Z] and the references' [R x N] and
///   [R x Z]; one or more references a side and record.
/// - Output: ln(p_y(x) / p(x)), N values in nats, or the share of the population with
///   (p_y(x) / p(x)) / (p_y(z) / p(z)) above gamma, N values in 0...1. p(x) = (mean inside + mean outside) / 2; p(z) is
///   the mean over all references.
/// - Cost: O(R (N + Z) + (N + Z) log Z).
/// - Source: Zarifzadeh et al., "Low-Cost High-Power Membership Inference Attacks", 2024, arXiv:2312.03262, section 3.
public struct RMIAOnline: Attack {
  public static let name = "rmia-online"
  public static let card = Card(
    title: "RMIA, online",
    summary: "Is the target surer than models in general, more so than for records known to be outside?",
    source: "Zarifzadeh et al. 2024, arXiv:2312.03262")
  public static let needs = Needs(access: .probabilities, references: .both, population: true, leastModels: 4)
  public static let parameters: [Parameter] = .relative
  public static let standard = RMIAOnline(score: .ratio, gamma: 1)

  public let score: RatioScore
  /// How many times a record's ratio must exceed a population record's; 1 or more in the paper.
  ///
  /// Only the share depends on it.
  public let gamma: Double

  public init(score: RatioScore, gamma: Double) {
    self.score = score
    self.gamma = gamma
  }

  public func scores(_ evidence: Evidence) throws(AttackError) -> [Double] {
    let means = ReferenceMeans(evidence.references, records: evidence.records)
    let inside = try means.records(trained: true)
    let outside = try means.records(trained: false)
    let expected = zip(inside, outside).map { ($0 + $1) / 2 }
    return try RatioRanking(score: score, gamma: gamma).scores(
      records: RatioRanking.ratios(evidence.target.confidence, over: expected),
      population: RatioRanking.ratios(evidence.targetPopulation.confidence, over: means.population()))
  }
}
