public import Study

/// Trains for a share of the epochs, or of the boosting rounds; at least one.
///
/// - Source: Yeom et al., "Privacy risk in machine learning: Analyzing the connection to overfitting", 2018.
public struct FewerEpochs: Defence {
  public static let name = "fewer-epochs"
  public static let card = Card(
    title: "Fewer epochs", summary: "Passes over the half less often, so that less is learnt by heart.",
    source: "Yeom et al. 2018")
  public static let parameters = [
    Parameter("share", .number(0.001...1), "The share of the epochs, or of boosting rounds, that are made.")
  ]
  public static let standard = FewerEpochs(share: 0.2)
  public static let stage = Stage.training

  public let share: Double

  public init(share: Double) { self.share = share }

  public func adjust(_ recipe: Recipe, members: Int) throws(NotApplicable) -> Recipe {
    guard let own = recipe.epochs else { throw NotApplicable("this model family is not trained by epochs") }
    var adjusted = recipe
    adjusted.epochs = max(1, Int((Double(own) * share).rounded()))
    return adjusted
  }
}
