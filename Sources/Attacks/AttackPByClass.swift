public import Study

/// The population attack with one population a class.
///
/// Beats the loss attack where some class is easier than another, as where one is rare; within a class records are
/// ranked by their loss.
///
///     let scores = try AttackPByClass().scores(evidence)  // N shares in 0...1
///
/// - Input: `evidence.target.logConfidence` [N], `targetPopulation.logConfidence` [Z], `labels`, `populationLabels`.
/// - Output: the share of the population of the record's class with strictly lower p_y, N values in 0...1. A class of
///   which the population holds no record is ranked among the whole population: a score for each record is promised.
/// - Cost: O((N + Z) log Z).
/// - Source: Ye et al., "Enhanced Membership Inference Attacks against Machine Learning Models", 2022,
///   arXiv:2111.09679, section 4.2.
public struct AttackPByClass: Attack {
  public static let name = "attack-p-class"
  public static let card = Card(
    title: "Attack-P, by class",
    summary: "Is the target surer of the record than of outsiders of the same class?",
    source: "Ye et al. 2022, arXiv:2111.09679")
  public static let needs = Needs(access: .probabilities, population: true)
  public static let standard = AttackPByClass()

  public init() {}

  public func scores(_ evidence: Evidence) throws(AttackError) -> [Double] {
    let answers = evidence.targetPopulation.logConfidence
    let all = try PopulationRanks(answers)
    let classes = 1 + max(evidence.labels.max() ?? 0, evidence.populationLabels.max() ?? 0)
    var ofClass = [[Double]](repeating: [], count: classes)
    for (label, confidence) in zip(evidence.populationLabels, answers) { ofClass[label].append(confidence) }
    var members = [[Int]](repeating: [], count: classes)
    for (record, label) in evidence.labels.enumerated() { members[label].append(record) }
    let confidence = try evidence.target.logConfidence.allFinite()
    var scores = [Double](repeating: 0, count: evidence.records)
    for (population, rows) in zip(ofClass, members) {
      let ranks = population.isEmpty ? all : try PopulationRanks(population)
      let shares = try ranks.shares(below: rows.map { confidence[$0] })
      for (row, share) in zip(rows, shares) { scores[row] = share }
    }
    return scores
  }
}
