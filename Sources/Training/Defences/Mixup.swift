public import Study

/// Trains on mixtures of two records and of their labels, the shares drawn from Beta(a, a) for each step.
///
/// - Source: Zhang et al., "mixup: Beyond empirical risk minimization", 2018.
public struct Mixup: Defence {
  public static let name = "mixup"
  public static let card = Card(
    title: "Mixup",
    summary: "Trains on mixtures of two records, so that no record is met as it is.",
    source: "Zhang et al. 2018")
  public static let parameters = [
    Parameter("a", .number(0.01...100), "Of Beta(a, a), from which the share of one of the two is drawn.")
  ]
  public static let standard = Mixup(a: 1)
  public static let stage = Stage.training

  public let a: Double

  public init(a: Double) { self.a = a }

  public func adjust(_ recipe: Recipe, members: Int) throws(NotApplicable) -> Recipe {
    try recipe.network { $0.objective.mixing = a }
  }
}
