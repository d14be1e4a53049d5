import Maths
public import Study

/// Leaves near-duplicates out of training: a record that stands there twice is learnt twice as well.
///
/// Records of one label are near when the mean over the columns of their differences is at most `distance`: numbers
/// differ by their distance over the half's range, categories by 0 or 1, a missing value from any other by 1. At the
/// standard distance, records of fewer than 50 columns that differ in a category are not near. Of near records the
/// first of the half stays, whoever they belong to; all others are compared with those that stay.
///
/// Outsiders are not looked at: a record can have a near twin in another half, and both then stay.
///
/// - Cost: O(n^2 D) for the n records of a half.
/// - Source: Kandpal, Wallace and Raffel, "Deduplicating training data mitigates privacy risks in language models",
///   2022, arXiv:2202.06539; the distance is that of Gower, "A general coefficient of similarity", 1971.
public struct NearDuplicates: Defence {
  public static let name = "near-duplicates"
  public static let card = Card(
    title: "Near-duplicates removed", summary: "Leaves out of training what nearly repeats another record of the half.",
    source: "Kandpal, Wallace and Raffel 2022, arXiv:2202.06539; Gower 1971")
  public static let parameters = [
    Parameter("distance", .number(0...1), "The greatest mean difference over the columns that counts as a repetition.")
  ]
  public static let standard = NearDuplicates(distance: 0.02)
  public static let stage = Stage.data

  public let distance: Double

  public init(distance: Double) { self.distance = distance }

  public func wrap(_ learner: any Learner, population: [Int]) -> any Learner {
    DeduplicatingLearner(base: learner, distance: distance)
  }
}

/// Trains on a half without its near-duplicates.
struct DeduplicatingLearner: Learner {
  let base: any Learner
  let distance: Double

  func obstacle(to records: Records, members: Int) -> String? { base.obstacle(to: records, members: members) }

  func train(
    on records: Records, rows: [Int], recipe: Recipe, seed: UInt64
  ) throws(TrainingError) -> any Model {
    try base.train(onRest: kept(of: rows, in: records), of: records, recipe: recipe, seed: seed)
  }

  /// The rows that stay, ascending.
  func kept(of rows: [Int], in records: Records) -> [Int] {
    let table = DifferenceTable(records, rows: rows)
    var kept = [[Int]](repeating: [], count: records.classes.count)
    for (place, row) in rows.enumerated() {
      let label = records.labels[row]
      if !kept[label].contains(where: { table.areNear($0, place, distance: distance) }) { kept[label].append(place) }
    }
    return kept.flatMap { $0 }.sorted().map { rows[$0] }
  }
}
