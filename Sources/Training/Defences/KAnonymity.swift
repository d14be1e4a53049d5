public import Study

/// Coarsens features until every combination of them is that of k records of the half or more.
///
/// Mondrian: the half is cut again and again in two, each time along the column in which a part is widest (its range
/// over the half's; a category's by its place among the levels, a missing number below all others) at the value that
/// halves it best, as long as both parts keep k records. In each part every column then has one value: the mean of its
/// numbers, whole where the column is (of the whole half where a part has none); the commonest level. This is local
/// recoding: the same age can become 40 in one part and 45 in another.
///
/// All columns count as quasi-identifiers, for any feature can be known to somebody. Labels stay. Records that the
/// model is asked about are led down the same cuts, so the model never meets a fine value.
///
/// - Cost: O(D n log^2 n) for the n records of a half.
/// - Source: LeFevre, DeWitt and Ramakrishnan, "Mondrian multidimensional k-anonymity", 2006; Sweeney, "k-anonymity: a
///   model for protecting privacy", 2002.
public struct KAnonymity: Defence {
  public static let name = "k-anonymity"
  public static let card = Card(
    title: "k-anonymity",
    summary: "Coarsens features until k records of the half share every combination of them.",
    source: "LeFevre, DeWitt and Ramakrishnan 2006; Sweeney 2002")
  public static let parameters = [
    Parameter("k", .whole(2...10_000), "The least number of records of the half that share a combination.")
  ]
  public static let standard = KAnonymity(k: 5)
  public static let stage = Stage.data

  public let k: Int

  public init(k: Int) { self.k = k }

  public func wrap(_ learner: any Learner, population: [Int]) -> any Learner {
    CoarseningLearner(base: learner, k: k)
  }
}

/// Trains on a half whose features are coarsened.
struct CoarseningLearner: Learner {
  let base: any Learner
  let k: Int

  func obstacle(to records: Records, members: Int) -> String? {
    k > members
      ? "\(k) records with the same features are more than the \(members) records of a half"
      : base.obstacle(to: records, members: members)
  }

  func train(
    on records: Records, rows: [Int], recipe: Recipe, seed: UInt64
  ) throws(TrainingError) -> any Model {
    let coarsening = Coarsening(of: records, rows: rows, least: k)
    let model = try base.train(
      onRest: rows, of: coarsening.applied(to: records), recipe: recipe, seed: seed)
    return CoarseModel(model: model, coarsening: coarsening)
  }
}

/// A model that meets records only as they are coarsened.
struct CoarseModel: Model {
  let model: any Model
  let coarsening: Coarsening

  var work: Double { model.work }
  var curve: [CurvePoint] { model.curve }

  func signal(for records: Records) -> Signal { model.signal(for: coarsening.applied(to: records)) }
}
