public import Study

/// Has only a share of the hidden units, or of the channels, of each layer; at least one.
///
/// - Source: Yeom et al., "Privacy risk in machine learning: Analyzing the connection to overfitting", 2018, section 5.
public struct SmallerModel: Defence {
  public static let name = "smaller-model"
  public static let card = Card(
    title: "Smaller model",
    summary: "Has fewer hidden units, so that less can be learnt by heart.",
    source: "Yeom et al. 2018")
  public static let parameters = [
    Parameter("share", .number(0.01...1), "The share of units of each hidden layer that are kept.")
  ]
  public static let standard = SmallerModel(share: 0.25)
  public static let stage = Stage.training

  public let share: Double

  public init(share: Double) { self.share = share }

  public func adjust(_ recipe: Recipe, members: Int) throws(NotApplicable) -> Recipe {
    try recipe.network { $0.width = $0.width * share }
  }
}
