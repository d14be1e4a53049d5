public import Study

/// Keeps a share of the half from training and stops when the loss on it no longer falls; the best weights are kept.
///
/// - Source: Prechelt, "Early stopping - but when?", 1998; as a defence, Song and Mittal, "Systematic evaluation of privacy
///   risks of machine learning models", 2021, section 5.
public struct EarlyStopping: Defence {
  public static let name = "early-stopping"
  public static let card = Card(
    title: "Early stopping",
    summary: "Stops when the loss on records kept from training no longer falls.",
    source: "Prechelt 1998; Song and Mittal 2021")
  public static let parameters = [
    Parameter("share", .number(0.05...0.5), "The share of the half that is kept from training."),
    Parameter("patience", .whole(1...1_000), "Epochs without a lower loss before training ends."),
  ]
  public static let standard = EarlyStopping(share: 0.2, patience: 3)
  public static let stage = Stage.training

  public let share: Double
  public let patience: Int

  public init(share: Double, patience: Int) {
    self.share = share
    self.patience = patience
  }

  public func adjust(_ recipe: Recipe, members: Int) throws(NotApplicable) -> Recipe {
    try recipe.network { $0.stopping = NetworkRecipe.Stopping(heldOut: share, patience: patience) }
  }
}
