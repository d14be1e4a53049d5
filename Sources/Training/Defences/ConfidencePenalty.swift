public import Study

/// Takes a multiple of the entropy of the answer off the loss.
///
/// - Source: Pereyra et al., "Regularizing neural networks by penalizing confident output distributions", 2017.
public struct ConfidencePenalty: Defence {
  public static let name = "confidence-penalty"
  public static let card = Card(
    title: "Confidence penalty",
    summary: "Takes the entropy of the answers off the loss, so that sure answers cost.",
    source: "Pereyra et al. 2017")
  public static let parameters = [
    Parameter("strength", .number(0...100), "The entropy, in nats, counts this many times.")
  ]
  public static let standard = ConfidencePenalty(strength: 0.5)
  public static let stage = Stage.training

  public let strength: Double

  public init(strength: Double) { self.strength = strength }

  public func adjust(_ recipe: Recipe, members: Int) throws(NotApplicable) -> Recipe {
    try recipe.network { $0.objective.confidencePenalty = strength }
  }
}
