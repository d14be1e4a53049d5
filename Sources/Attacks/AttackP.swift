public import Study

/// The population attack: a record of which the target is surer than of records known to be outside is a member.
///
/// Within one target it ranks like the loss attack, in steps of 1 / Z; across targets its scores are comparable, since
/// each is a rank among records that no model saw.
///
///     let scores = try AttackP().scores(evidence)  // N shares in 0...1
///
/// - Input: `evidence.target.confidence` [N] and `evidence.targetPopulation.confidence` [Z], Z at least 1.
/// - Output: the share of the population with strictly lower p_y, N values in 0...1.
/// - Cost: O((N + Z) log Z).
/// - Source: Ye et al., "Enhanced Membership Inference Attacks against Machine Learning Models", 2022,
///   arXiv:2111.09679, section 4.2.
public struct AttackP: Attack {
  public static let name = "attack-p"
  public static let card = Card(
    title: "Attack-P", summary: "Is the target surer of the record than of records known to be outside?",
    source: "Ye et al. 2022, arXiv:2111.09679")
  public static let needs = Needs(access: .probabilities, population: true)
  public static let standard = AttackP()

  public init() {}

  public func scores(_ evidence: Evidence) throws(AttackError) -> [Double] {
    let population = try PopulationRanks(evidence.targetPopulation.logConfidence)
    return try population.shares(below: evidence.target.logConfidence)
  }
}
