import Maths
public import Study

/// The classes of the nearest records of the half.
///
/// Distances are Euclidean over standardised inputs; of equally near records those that come first in the half count. A
/// record of the half is its own nearest neighbour, which is why small neighbourhoods leak.
///
/// - Inputs: standardised numbers, indicators and levels; see ``Preparation``.
/// - Signal: votes, resolution 1 / (2 neighbours).
/// - Cost: O(N n D) to answer; training keeps the half.
/// - Source: Cover and Hart, "Nearest neighbor pattern classification", 1967.
public struct NearestNeighbours: Trainer {
  public static let name = "nearest-neighbours"
  public static let card = Card(
    title: "Nearest neighbours",
    summary: "A vote of the most similar records of the half, the record itself among them if it is a member.",
    source: "Cover and Hart 1967")
  public static let parameters = [Parameter("neighbours", .whole(1...1_000), "Records that vote.")]
  public static let standard = NearestNeighbours(neighbours: 5)

  public let neighbours: Int

  public init(neighbours: Int) { self.neighbours = neighbours }

  public var recipe: Recipe { Recipe() }

  public func obstacle(to records: Records, members: Int) -> String? {
    if records.design.roles.isEmpty { return "a distance needs at least one feature" }
    return neighbours > members
      ? "\(neighbours) neighbours are more than the \(members) records of a half" : nil
  }

  public func train(
    on records: Records, rows: [Int], recipe: Recipe, seed: UInt64
  ) throws(TrainingError) -> any Model {
    precondition(rows.count >= neighbours, "a model needs at least as many records as neighbours")
    let preparation = Preparation.standardising(records.design, rows: rows)
    let inputs = preparation.matrix(of: records.design, rows: rows)
    return NeighbourModel(
      preparation: preparation, half: inputs, labels: rows.map { records.labels[$0] },
      classes: records.classes.count, neighbours: neighbours, work: Double(rows.count) * Double(inputs.columns))
  }
}
