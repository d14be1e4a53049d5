public import Study

/// Trains beside an opponent that learns to tell the answers about the half from others, and is rewarded for fooling it.
///
/// A fifth of the half is kept from training and serves as the others.
///
/// - Source: Nasr, Shokri and Houmansadr, "Machine learning with membership privacy using adversarial regularization", 2018.
public struct AdversarialRegularisation: Defence {
  public static let name = "adversarial-regularisation"
  public static let card = Card(
    title: "Adversarial regularisation",
    summary: "Trains beside an attacker and learns to fool it; a fifth of the half is kept from training for that.",
    source: "Nasr, Shokri and Houmansadr 2018")
  public static let parameters = [
    Parameter("strength", .number(0...100), "The opponent's loss counts this many times.")
  ]
  public static let standard = AdversarialRegularisation(strength: 1)
  public static let stage = Stage.training

  public let strength: Double

  public init(strength: Double) { self.strength = strength }

  public func adjust(_ recipe: Recipe, members: Int) throws(NotApplicable) -> Recipe {
    try recipe.network { $0.objective.opponent = strength }
  }
}
