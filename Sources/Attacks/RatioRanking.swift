import Maths
import Study

/// Turns the ratios of records and population into scores, the last step of both relative attacks.
struct RatioRanking {
  let score: RatioScore
  let gamma: Double

  /// Keeps a probability of 0 from making a ratio that is no number; below any probability that a `Float` holds.
  static let floor = 1e-45

  /// p_y / p for each record; both are raised to the floor.
  static func ratios(_ confidences: [Double], over expected: [Double]) -> [Double] {
    zip(confidences, expected).map { max($0, floor) / max($1, floor) }
  }

  /// N scores for N ratios of records, beside Z of the population, all above 0.
  func scores(records: [Double], population: [Double]) throws(AttackError) -> [Double] {
    switch score {
    case .ratio: Elementary.logs(records)
    case .share: try PopulationRanks(population.map { gamma * $0 }).shares(below: records)
    }
  }
}
