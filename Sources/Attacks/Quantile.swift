import Maths
public import Study

/// The quantile attack: a record of which the target is surer than it is of nearly all outsiders like it is a member.
///
/// Learns, on records known to be outside, which margin an outsider with such features and such a label reaches with
/// probability `level`, and scores by how far the target goes beyond. Beats the loss attack where features tell how
/// hard a record is and the population is large; a linear prediction sees little of that on small tables, so no margin
/// is claimed.
///
///     let scores = try Quantile(level: 0.9).scores(evidence)  // N values, nats
///
/// - Input: `evidence.target.phi` [N], `targetPopulation.phi` [Z], both labels, and `evidence.features` [N x D] and
///   [Z x D]; Z at least 1,000.
/// - Output: phi minus the predicted quantile, N values in nats. Features are standardised over the population and the
///   classes are added one-hot.
/// - Errors: `notNominal` where, predicted out of fold, the share of the population beyond its quantile is not
///   1 - level within four standard errors: then the score is no such margin.
/// - Cost: O(Z (D + C)) for each of 400 steps and 3 fits: one on all of the population for the records, two on halves
///   for the check.
/// - Source: Bertran et al., "Scalable Membership Inference Attacks via Quantile Regression", 2023, arXiv:2307.03694.
public struct Quantile: Attack {
  public static let name = "quantile"
  public static let card = Card(
    title: "Quantile regression", summary: "Is the target surer than of nearly all outsiders with such features?",
    source: "Bertran et al. 2023, arXiv:2307.03694")
  public static let needs = Needs(access: .probabilities, population: true, features: true)
  public static let parameters: [Parameter] = [
    Parameter("level", .number(0.5...0.99), "the share of outsiders that lies below the predicted margin")
  ]
  public static let standard = Quantile(level: 0.9)

  /// In 0.5...0.99.
  public let level: Double

  /// The least population for a quantile of 0.9 to rest on a hundred records beyond it.
  static let needed = 1000

  public init(level: Double) { self.level = level }

  public func scores(_ evidence: Evidence) throws(AttackError) -> [Double] {
    let answers = try evidence.targetPopulation.phi.allFinite()
    guard answers.count >= Self.needed else { throw .tooSmallPopulation(found: answers.count, needed: Self.needed) }
    guard let features = evidence.features else { throw .missingSignal("features of records and population") }
    let classes = 1 + max(evidence.labels.max() ?? 0, evidence.populationLabels.max() ?? 0)
    let scale = FeatureScale(features.population)
    let population = scale.rows(features.population, labels: evidence.populationLabels, classes: classes)
    try check(answers, population)
    let fit = PinballRegression(population, answers, rows: Array(answers.indices), level: level)
    let records = scale.rows(features.records, labels: evidence.labels, classes: classes)
    return evidence.target.phi.enumerated().map { $1 - fit.value(records, row: $0) }
  }

  /// Each half of the population predicted by the other.
  private func check(_ answers: [Double], _ population: FeatureRows) throws(AttackError) {
    var beyond = 0
    for fold in 0..<2 {
      let fit = PinballRegression(
        population, answers, rows: answers.indices.filter { $0 % 2 != fold }, level: level)
      for row in answers.indices where row % 2 == fold && answers[row] > fit.value(population, row: row) {
        beyond += 1
      }
    }
    let found = Double(beyond) / Double(answers.count)
    let error = (level * (1 - level) / Double(answers.count)).squareRoot()
    guard abs(found - (1 - level)) <= 4 * error else { throw .notNominal(found: found, nominal: 1 - level) }
  }
}
