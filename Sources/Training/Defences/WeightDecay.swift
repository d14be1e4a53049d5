public import Study

/// Adds L2 to the loss: smaller weights know single records less well.
///
/// - Source: Krogh and Hertz, "A simple weight decay can improve generalization", 1991; as a defence, Shokri et al.,
///   "Membership inference attacks against machine learning models", 2017, section VIII.
public struct WeightDecay: Defence {
  public static let name = "weight-decay"
  public static let card = Card(
    title: "Weight decay", summary: "Pulls weights towards 0 in training, so that single records count for less.",
    source: "Krogh and Hertz 1991; Shokri et al. 2017")
  public static let parameters = [
    Parameter(
      "strength", .number(0...100),
      "Half of this times the sum of squared weights joins the loss averaged over the half.")
  ]
  public static let standard = WeightDecay(strength: 0.05)
  public static let stage = Stage.training

  public let strength: Double

  public init(strength: Double) { self.strength = strength }

  public func adjust(_ recipe: Recipe, members: Int) throws(NotApplicable) -> Recipe {
    guard let own = recipe.weightDecay else { throw NotApplicable("this model family has no weights to decay") }
    var adjusted = recipe
    adjusted.weightDecay = own + strength
    return adjusted
  }
}
