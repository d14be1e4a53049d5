public import Study

/// One figure of one attack in two runs, and whether it differs.
public struct Difference: Codable, Equatable, Sendable {
  public enum Verdict: String, Codable, Sendable {
    case worse, better
    case noChangeShown = "no-change-shown"
    case unresolved = "cannot-be-resolved"
  }

  /// ``CellResult/id`` in either run.
  public var baseCell: String
  public var cell: String
  public var dataset: String
  public var model: String
  public var defence: String
  /// ``AttackResult/id`` in the current run; null for accuracy.
  @Null public var attack: String?
  /// Whether the attack stands for its cell: fixed beforehand.
  public var isHeadline: Bool
  @Null public var access: Access?
  public var quantity: Quantity
  /// Whether the recipes of model or defence differ.
  public var recipeChanged: Bool
  public var base: Estimate
  public var current: Estimate
  /// Whether the bootstrap redrew the same pairs and subjects in both runs.
  public var paired: Bool
  /// Current minus base.
  @Exact public var value: Double
  /// The 95 % interval of ``value``.
  @Exact public var low: Double
  @Exact public var high: Double
  /// Of ``value``: NaN where nothing is known.
  @Exact public var deviation: Double
  /// Of the deviation; infinite for the normal.
  @Exact public var freedom: Double
  /// Two-sided, of no difference; NaN where nothing can be said.
  @Exact public var p: Double
  /// Holm-adjusted over the family.
  @Exact public var adjusted: Double
  /// The smallest difference that would have been shown with a power of 80 %, whatever the rest of the family shows.
  @Exact public var smallestVisible: Double
  public var verdict: Verdict
  /// Why it cannot be resolved; empty where it can.
  public var reason: String
}

extension Difference {
  /// The two-sided p-value of a true difference of `limit`.
  func p(of limit: Double) -> Double {
    guard !deviation.isNaN, !value.isNaN else { return .nan }
    return ErrorLaw(deviation: deviation, freedom: freedom).p(value - limit)
  }

  /// Judges the differences as one family.
  static func judged(_ differences: [Difference]) -> [Difference] {
    let known = differences.indices.filter { !differences[$0].p.isNaN }
    let adjusted = Adjustment.holm(known.map { differences[$0].p })
    var result = differences
    for (index, p) in zip(known, adjusted) {
      var one = result[index]
      one.adjusted = p
      one.smallestVisible = ErrorLaw(deviation: one.deviation, freedom: one.freedom)
        .visible(level: Significance.level / Double(known.count))
      let isShown = p < Significance.level && one.value != 0
      one.verdict =
        !isShown ? .noChangeShown : (one.value > 0) == one.quantity.higherIsWorse ? .worse : .better
      result[index] = one
    }
    return result
  }
}
