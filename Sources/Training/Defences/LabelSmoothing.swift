public import Study

/// Trains towards targets that share out a little of the label's probability over all classes.
///
/// No safe defence: the answers about the half become alike, which tells members apart in another way.
///
/// - Source: Szegedy et al., "Rethinking the inception architecture", 2016, section 7; that it can raise the risk, Kaya and
///   Dumitras, "When does data augmentation help with membership inference attacks?", 2021.
public struct LabelSmoothing: Defence {
  public static let name = "label-smoothing"
  public static let card = Card(
    title: "Label smoothing",
    summary:
      "Trains towards softened labels; it can raise the risk, as records in the half then stand out by being alike.",
    source: "Szegedy et al. 2016; Kaya and Dumitras 2021")
  public static let parameters = [
    Parameter("share", .number(0...0.9), "The probability that is shared out evenly over all classes.")
  ]
  public static let standard = LabelSmoothing(share: 0.1)
  public static let stage = Stage.training

  public let share: Double

  public init(share: Double) { self.share = share }

  public func adjust(_ recipe: Recipe, members: Int) throws(NotApplicable) -> Recipe {
    try recipe.network { $0.objective.smoothing = share }
  }
}
