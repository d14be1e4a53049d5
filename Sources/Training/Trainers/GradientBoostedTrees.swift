import CXGBoost
import Maths
public import Study

/// Trees that each correct the sum of those before them, by the XGBoost library.
///
/// - Inputs: raw numbers, a missing one left missing, indicators and levels.
/// - Signal: the margins as logits, of two classes 0 and the margin; resolution 0.
/// - Cost: rounds x classes x depth x records x columns.
/// - Bits: one thread and a fixed seed give equal models on one machine; the library's own arithmetic may differ in last
///   bits between CPUs, the one exception among the families.
/// - Source: Chen and Guestrin, "XGBoost: A scalable tree boosting system", 2016.
public struct GradientBoostedTrees: Trainer {
  public static let name = "xgboost"
  public static let card = Card(
    title: "Gradient-boosted trees", summary: "Trees that each correct the sum of those before them.",
    source: "Chen and Guestrin 2016")
  public static let parameters = [
    Parameter("rounds", .whole(1...10_000), "Trees a class."),
    Parameter("depth", .whole(1...64), "The most splits above a leaf."),
    Parameter("rate", .number(1e-6...1), "The share of each tree's correction that is taken."),
    Parameter("leaf", .whole(0...1_000_000), "The least sum of second derivatives in a leaf."),
    Parameter("penalty", .number(0...1e6), "L2 on the values of leaves."),
    Parameter("subsample", .number(0.01...1), "The share of the half that each tree sees."),
  ]
  public static let standard = GradientBoostedTrees(
    rounds: 100, depth: 6, rate: 0.3, leaf: 1, penalty: 1, subsample: 1)
  /// Each class takes trees of its own: beyond these the plan's times are not kept to.
  public static let mostClasses = 10

  public let rounds: Int
  public let depth: Int
  public let rate: Double
  public let leaf: Int
  public let penalty: Double
  public let subsample: Double

  public init(rounds: Int, depth: Int, rate: Double, leaf: Int, penalty: Double, subsample: Double) {
    self.rounds = rounds
    self.depth = depth
    self.rate = rate
    self.leaf = leaf
    self.penalty = penalty
    self.subsample = subsample
  }

  public var recipe: Recipe { Recipe(epochs: rounds, rate: rate, leaf: leaf, depth: depth) }

  public func obstacle(to records: Records, members: Int) -> String? {
    guard records.classes.count <= Self.mostClasses else {
      return "boosting grows trees for each class, and \(records.classes.count) are more than the "
        + "\(Self.mostClasses) that it takes here"
    }
    return records.design.roles.isEmpty ? "a tree needs at least one feature" : nil
  }

  public func train(
    on records: Records, rows: [Int], recipe: Recipe, seed: UInt64
  ) throws(TrainingError) -> any Model {
    precondition(!rows.isEmpty, "a model needs at least one record")
    let (rounds, depth) = (recipe.epochs ?? rounds, recipe.depth ?? depth)
    let classes = records.classes.count
    var settings = [
      "tree_method": "hist", "nthread": "1", "verbosity": "0", "seed": "\(seed % 2_147_483_647)", "base_score": "0.5",
      "max_depth": "\(depth)", "eta": "\(recipe.rate ?? rate)", "min_child_weight": "\(recipe.leaf ?? leaf)",
      "lambda": "\(penalty)", "subsample": "\(subsample)",
    ]
    if classes > 2 {
      settings["objective"] = "multi:softprob"
      settings["num_class"] = "\(classes)"
    } else {
      settings["objective"] = "binary:logistic"
    }
    let features = BoostedModel.features(of: records, rows: rows)
    let work =
      Double(rounds) * Double(classes > 2 ? classes : 1) * Double(depth) * Double(rows.count)
      * Double(records.design.roles.count)
    do {
      let booster = try Booster(
        features: features, labels: rows.map { Float(records.labels[$0]) }, settings: settings, rounds: rounds)
      return BoostedModel(booster: try booster.bytes(), classes: classes, work: work)
    } catch {
      throw .library(name: "XGBoost", message: error.message)
    }
  }
}

/// Boosted trees as the library keeps them.
struct BoostedModel: Model {
  let booster: [UInt8]
  let classes: Int
  let work: Double

  func signal(for records: Records) -> Signal {
    let features = Self.features(of: records, rows: Array(0..<records.count))
    var values = Matrix(rows: records.count, columns: classes)
    // What was read back was written here: the library refuses only bytes that are damaged.
    guard let margins = try? Booster(bytes: booster).margins(features) else {
      preconditionFailure("a booster that was just written cannot be read")
    }
    if classes > 2 {
      values.elements = margins
    } else if classes == 2 {
      for row in 0..<records.count { values[row, 1] = margins[row] }
    }
    return Signal(kind: .logits, resolution: 0, values: values)
  }

  /// rows x D, NaN where a number is missing.
  static func features(of records: Records, rows: [Int]) -> Matrix {
    let design = records.design
    var result = Matrix(rows: rows.count, columns: design.roles.count)
    for (index, row) in rows.enumerated() {
      for (column, role) in design.roles.enumerated() {
        if case .number(let indicator?) = role, design.matrix[row, indicator] != 0 {
          result[index, column] = .nan
        } else {
          result[index, column] = design.matrix[row, column]
        }
      }
    }
    return result
  }
}
